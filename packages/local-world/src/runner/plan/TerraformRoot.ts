import path from 'node:path';
import { calledFolder } from '@slipway/infrastructure-code';
import { WorldEnvironment } from '../../world/types';
import { Files } from '../static/loadModules';

/** A folder that Terraform is run in, with a state of its own. */
export interface TerraformRoot {
  readonly path: string;
  readonly environment: WorldEnvironment;
}

/** Roots of services: `<path of the environment>/services/<service>` with `.tf` files in it. */
export function findRoots(
  files: Iterable<string>,
  environments: readonly WorldEnvironment[],
): TerraformRoot[] {
  const roots = new Map<string, TerraformRoot>();
  for (const file of files) {
    const folder = path.posix.dirname(file);
    const environment = environments.find(
      ({ infrastructurePath }) =>
        path.posix.dirname(folder) === `${infrastructurePath}/services`,
    );
    if (environment && file.endsWith('.tf')) {
      roots.set(folder, { path: folder, environment });
    }
  }
  return [...roots.values()].sort((a, b) => a.path.localeCompare(b.path));
}

/** Folders that a root is made of: its own, and those of the modules it calls, through any number of steps. */
export function foldersOf(files: Files, root: string): ReadonlySet<string> {
  const folders = new Set<string>();
  const open = [root];
  for (let folder = open.pop(); folder !== undefined; folder = open.pop()) {
    if (folders.has(folder)) continue;
    folders.add(folder);
    for (const [file, content] of files) {
      if (path.posix.dirname(file) !== folder || !file.endsWith('.tf'))
        continue;
      // Also of a file that cannot be parsed it must be known what it calls.
      const sources = content.toString().matchAll(/\bsource\s*=\s*"([^"]+)"/g);
      for (const [, source] of sources) {
        const called = calledFolder(folder, source);
        if (called) open.push(called);
      }
    }
  }
  return folders;
}

/** Roots that changed files belong to, before or after the change; a root that is gone is one too. */
export function changedRoots(
  changed: readonly string[],
  before: Files,
  after: Files,
  environments: readonly WorldEnvironment[],
): TerraformRoot[] {
  const names = new Set([...before.keys(), ...after.keys()]);
  return findRoots(names, environments).filter(root => {
    const folders = new Set([
      ...foldersOf(before, root.path),
      ...foldersOf(after, root.path),
    ]);
    return changed.some(file => folders.has(path.posix.dirname(file)));
  });
}
