import { RepositoryTree } from '../../clients/GithubTrees';

/** Paths whose file is another one, new or gone. */
export function changedPaths(
  before: RepositoryTree,
  after: RepositoryTree,
): readonly string[] {
  const paths = new Set([...before.files.keys(), ...after.files.keys()]);
  return [...paths]
    .filter(path => before.files.get(path)?.sha !== after.files.get(path)?.sha)
    .sort();
}
