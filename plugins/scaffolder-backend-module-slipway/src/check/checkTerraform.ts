import { posix } from 'node:path';
import {
  FileSource,
  loadModuleTree,
  ModuleInstance,
  ModuleTree,
  parseTerraform,
} from '@slipway/infrastructure-code';
import { Finding } from './Finding';
import { checkFormat } from './terraform/checkFormat';
import { checkModuleCalls } from './terraform/checkModuleCalls';
import { checkReferences } from './terraform/checkReferences';
import { checkResources } from './terraform/checkResources';
import { describeRoot, TerraformRoot } from './terraform/describeRoot';
import { ProviderSchema } from './terraform/ProviderSchema';
import { syntaxFinding } from './terraform/syntaxFinding';

const ALONE: Finding = {
  id: 'terraform-partly-checked',
  severity: 'info',
  file: 'terraform',
  message: 'Modules and policy were not checked',
  reason:
    'The infrastructure repository, which holds the modules, cannot be reached now.',
  fix: 'Look at the preview again later; a run checks everything.',
};

/** Checks of Terraform's own: syntax, format, provider schema, module calls and references. */
export async function checkTerraform(
  files: ReadonlyMap<string, string>,
  source: FileSource | undefined,
  schemas: ProviderSchema,
): Promise<{
  readonly findings: readonly Finding[];
  readonly roots: readonly TerraformRoot[];
}> {
  const changed = [...files].filter(([path]) => path.endsWith('.tf'));
  const perFile = await Promise.all(
    changed.map(async ([path, text]) => {
      const parsed = await parseTerraform(path, text);
      return 'content' in parsed
        ? checkFormat(path, text)
        : [syntaxFinding(path, parsed)];
    }),
  );
  if (!source) return { findings: [...perFile.flat(), ALONE], roots: [] };
  const folders = new Set(changed.map(([path]) => posix.dirname(path)));
  const perFolder = await Promise.all(
    [...folders].map(async folder => {
      const tree = await loadModuleTree(folder, source);
      return checkFolder(folder, tree, { files, schemas });
    }),
  );
  return {
    findings: [
      ...perFile.flat(),
      ...perFolder.flatMap(({ findings }) => findings),
    ],
    roots: perFolder.flatMap(({ root }) => (root ? [root] : [])),
  };
}

function checkFolder(
  folder: string,
  tree: ModuleTree,
  context: {
    readonly files: ReadonlyMap<string, string>;
    readonly schemas: ProviderSchema;
  },
): { findings: Finding[]; root?: TerraformRoot } {
  const instance = ModuleInstance.root(tree, folder, { strict: false });
  // What cannot be read is reported; more about its folder would be guessing.
  if (!instance || instance.module.broken.length > 0) return { findings: [] };
  const { blocks } = instance.module;
  const findings = [
    ...checkResources(blocks, context.schemas),
    ...checkModuleCalls(instance, tree),
    ...checkReferences(instance.module, tree),
  ].filter(({ file }) => context.files.has(file));
  return { findings, root: describeRoot(instance) };
}
