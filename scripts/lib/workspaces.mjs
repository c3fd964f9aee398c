import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { rootDir } from './paths.mjs';

/** Folders of all workspaces, relative to the root. */
export function workspaces() {
  return ['packages', 'plugins'].flatMap(group =>
    readdirSync(path.join(rootDir, group))
      .map(name => `${group}/${name}`)
      .filter(dir => existsSync(path.join(rootDir, dir, 'package.json'))),
  );
}

/** Every package.json of the repository, relative to the root. */
export function manifests() {
  return ['package.json', ...workspaces().map(dir => `${dir}/package.json`)];
}
