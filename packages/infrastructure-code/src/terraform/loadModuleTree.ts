import { FileSource } from '../FileSource';
import { Diagnostic } from './Diagnostic';
import { SourceFile } from './Block';
import { blocksOf, parseTerraform } from './parseTerraform';
import { calledFolder, ModuleTree, TerraformModule } from './TerraformModule';

const READABLE = /\.(?:json|ya?ml|tftpl|tpl|js|txt|sh|sql|conf)$/;
/** Calls of calls of calls: deeper than any of ours, so a ring of calls ends. */
const MAX_MODULES = 100;

/** Loads a folder and every local module that is called from it. */
export async function loadModuleTree(
  folder: string,
  source: FileSource,
): Promise<ModuleTree> {
  const tree = new Map<string, TerraformModule>();
  let wanted = [folder];
  while (wanted.length > 0 && tree.size < MAX_MODULES) {
    const loaded = await Promise.all(
      wanted.map(async path => loadModule(path, source)),
    );
    for (const module of loaded) tree.set(module.folder, module);
    const called = loaded.flatMap(module =>
      module.blocks
        .filter(({ type }) => type === 'module')
        .map(({ body }) => calledFolder(module.folder, body.source)),
    );
    wanted = [...new Set(called)].filter(
      (path): path is string => path !== undefined && !tree.has(path),
    );
  }
  return tree;
}

async function loadModule(
  folder: string,
  source: FileSource,
): Promise<TerraformModule> {
  const names = await source.list(folder);
  const texts = new Map<string, string>();
  await Promise.all(
    names
      .filter(name => name.endsWith('.tf') || READABLE.test(name))
      .map(async name => {
        const text = await source.read(`${folder}/${name}`);
        if (text !== undefined) texts.set(`${folder}/${name}`, text);
      }),
  );
  const parsed = await Promise.all(
    [...texts]
      .filter(([path]) => path.endsWith('.tf'))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([path, text]) => parseTerraform(path, text)),
  );
  return {
    folder,
    texts,
    blocks: parsed.filter(isSource).flatMap(blocksOf),
    broken: parsed.flatMap(item => (isSource(item) ? [] : [item])),
  };
}

function isSource(item: SourceFile | Diagnostic): item is SourceFile {
  return 'content' in item;
}
