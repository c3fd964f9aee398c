import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { InfrastructureTree } from '../clients/InfrastructureTree';

const repository = resolve(__dirname, '../../../..');

/** Texts of this repository that the infrastructure repository holds, by path. */
export function repositoryFiles(
  pattern = '{terraform,gitops}/**/*.{tf,json,yaml,js}',
): Map<string, string> {
  return new Map(
    globSync(pattern, { cwd: repository })
      .map(path => path.replaceAll('\\', '/'))
      .filter(path => !path.includes('.terraform'))
      .map(path => [path, readFileSync(join(repository, path), 'utf8')]),
  );
}

/** This repository as if it were the infrastructure repository's main. */
export function repositoryTree(): InfrastructureTree {
  const files = repositoryFiles();
  return {
    snapshot: async () => ({
      tree: 'main',
      blobs: new Map([...files.keys()].map(path => [path, path])),
    }),
    readText: async (_, path) => files.get(path),
  };
}
