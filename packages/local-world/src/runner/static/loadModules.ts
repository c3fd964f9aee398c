import path from 'node:path';
import {
  blocksOfType,
  calledFolder,
  FileSource,
  loadModuleTree,
  ModuleTree,
  TerraformModule,
} from '@slipway/infrastructure-code';
import { ConfigurationError } from './ConfigurationError';

export type Files = ReadonlyMap<string, Buffer>;

/** `.tf` files directly in a folder, in the order of their names. */
export function terraformFiles(files: Files, folder: string): string[] {
  return [...files.keys()]
    .filter(file => path.posix.dirname(file) === folder && file.endsWith('.tf'))
    .sort();
}

/**
 * Reads a root and all modules it calls, by folder.
 *
 * @throws ConfigurationError when one cannot be read.
 */
export async function loadModules(
  files: Files,
  root: string,
): Promise<ModuleTree> {
  const tree = await loadModuleTree(root, sourceOf(files));
  for (const module of tree.values()) {
    if (module.broken.length > 0) throw new ConfigurationError(module.broken);
    refuseDuplicates(module);
    for (const { labels, body } of blocksOfType(module, 'module')) {
      const called = calledFolder(module.folder, body.source);
      if (called && terraformFiles(files, called).length === 0) {
        const summary = `Unreadable module: module "${labels[0]}" has no files in ${called}`;
        throw new ConfigurationError([{ file: module.folder, summary }]);
      }
    }
  }
  return tree;
}

function sourceOf(files: Files): FileSource {
  return {
    list: async folder =>
      [...files.keys()]
        .filter(file => path.posix.dirname(file) === folder)
        .map(file => path.posix.basename(file)),
    read: async file => files.get(file)?.toString(),
  };
}

function refuseDuplicates({ blocks }: TerraformModule): void {
  const seen = new Set<string>();
  for (const { type, labels, file } of blocks) {
    if (labels.length === 0 || type === 'provider') continue;
    const name = [type, ...labels].join(' ');
    if (seen.has(name)) {
      const summary = `Duplicate ${type} "${labels.join('.')}"`;
      throw new ConfigurationError([{ file: file.path, summary }]);
    }
    seen.add(name);
  }
}
