import { posix } from 'node:path';
import {
  BuildContext,
  KUSTOMIZATION_FILES,
  readObjects,
} from '@slipway/infrastructure-code';
import { CommitFiles } from '../CommitFiles';
import { applicationSetSchema, generatorSchema } from './applicationSetSchema';
import { matching } from './gitParameters';

/** Files are looked into for sets when their name says that they hold some. */
const NAME = /app(?:lication)?[-_]?sets?\b.*\.ya?ml$/i;
const MAX_FILES = 50;

/** Files of ApplicationSets whose git generators look at what changes: a new folder makes an application. */
export async function setsReached(
  changed: readonly string[],
  sides: readonly CommitFiles[],
): Promise<readonly string[]> {
  const reached = new Set<string>();
  for (const side of sides) {
    const files = [...side.tree.files.keys()]
      .filter(path => NAME.test(posix.basename(path)))
      .filter(path => !KUSTOMIZATION_FILES.includes(posix.basename(path)))
      .slice(0, MAX_FILES);
    await side.prefetch(files);
    for (const file of files) {
      if (await looksAt(file, side, changed)) reached.add(file);
    }
  }
  return [...reached].filter(path => !changed.includes(path));
}

async function looksAt(
  file: string,
  side: CommitFiles,
  changed: readonly string[],
): Promise<boolean> {
  const text = await side.read(file).catch(() => undefined);
  const objects = readObjects(file, text ?? '', BuildContext.lenient);
  return objects
    .flatMap(({ value }) => {
      const set = applicationSetSchema.safeParse(value).data;
      return set?.spec.generators ?? [];
    })
    .some(
      generator =>
        JSON.stringify(generator).includes('"git"') &&
        seesAny(generator, changed),
    );
}

function seesAny(generator: unknown, changed: readonly string[]): boolean {
  const { git, matrix } = generatorSchema.safeParse(generator).data ?? {};
  if (matrix) return matrix.generators.some(each => seesAny(each, changed));
  if (!git) return false;
  const folders = new Set(changed.flatMap(ancestors));
  try {
    return (
      matching(folders, git.directories ?? []).length > 0 ||
      matching(changed, git.files ?? []).length > 0
    );
  } catch {
    // What is wrong with it, an expansion says.
    return true;
  }
}

function ancestors(path: string): string[] {
  const parts = path.split('/').slice(0, -1);
  return parts.map((_, at) => parts.slice(0, at + 1).join('/'));
}
