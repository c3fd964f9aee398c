import { posix } from 'node:path';
import {
  BuildContext,
  isJsonObject,
  ManifestError,
  readDocuments,
} from '@slipway/infrastructure-code';
import { CommitFiles } from '../CommitFiles';
import { GitGenerator } from './applicationSetSchema';
import { globPattern } from './globPattern';
import { Parameters } from './Parameters';

const normalized = (name: string) =>
  name.toLowerCase().replace(/[^-a-z0-9.]/g, '-');

/** What a git generator finds in the repository at one commit. @throws ManifestError for files that cannot be read. */
export async function gitParameters(
  { directories, files }: GitGenerator,
  side: CommitFiles,
): Promise<readonly Parameters[]> {
  const folders = directories
    ? matching(foldersOf(side), directories).map(path => ({
        path: pathOf(path),
      }))
    : [];
  const found: Parameters[] = [...folders];
  for (const file of files ? matching(side.tree.files.keys(), files) : []) {
    found.push(...(await parametersOf(file, side)));
  }
  return found;
}

/** Paths that one entry names and none excludes. */
export function matching(
  paths: Iterable<string>,
  entries: readonly {
    readonly path: string;
    readonly exclude?: boolean | undefined;
  }[],
): string[] {
  const patterns = entries.map(({ path, exclude }) => ({
    pattern: globPattern(path),
    exclude: exclude === true,
  }));
  const isIn = (path: string, exclude: boolean) =>
    patterns.some(each => each.exclude === exclude && each.pattern.test(path));
  return [...paths].filter(path => isIn(path, false) && !isIn(path, true));
}

/** Folders with files below them; Argo CD leaves out those that begin with a dot. */
export function foldersOf(side: CommitFiles): ReadonlySet<string> {
  const folders = new Set<string>();
  for (const file of side.tree.files.keys()) {
    for (
      let folder = posix.dirname(file);
      folder !== '.' && !folders.has(folder);
      folder = posix.dirname(folder)
    ) {
      folders.add(folder);
    }
  }
  return new Set(
    [...folders].filter(
      folder => !folder.split('/').some(part => part.startsWith('.')),
    ),
  );
}

async function parametersOf(
  file: string,
  side: CommitFiles,
): Promise<readonly Parameters[]> {
  const text = (await side.read(file)) ?? '';
  const read = readDocuments(text, file, BuildContext.strict);
  const entries = read.flatMap(({ value }) => value);
  return entries.map(entry => {
    if (!isJsonObject(entry)) {
      throw new ManifestError(`${file}: a generator needs names and values`);
    }
    const path = pathOf(posix.dirname(file));
    const filename = posix.basename(file);
    return {
      ...entry,
      path: { ...path, filename, filenameNormalized: normalized(filename) },
    };
  });
}

function pathOf(path: string) {
  const basename = posix.basename(path);
  return {
    path,
    basename,
    basenameNormalized: normalized(basename),
    segments: path.split('/'),
  };
}
