import {
  BuildContext,
  buildKustomization,
  BuiltObject,
  KUSTOMIZATION_FILES,
  readObjects,
} from '@slipway/infrastructure-code';
import { CommitFiles } from './CommitFiles';
import { FoundTarget } from './findTargets';

/**
 * The objects of a target at one commit; none where it is not there.
 *
 * @throws ManifestError for what the reader cannot build: rather than something wrong.
 */
export async function renderSide(
  target: FoundTarget,
  side: CommitFiles,
): Promise<readonly BuiltObject[]> {
  if (target.kind === 'files') return readFiles(target.files, side);
  const isThere = KUSTOMIZATION_FILES.some(name =>
    side.tree.files.has(`${target.path}/${name}`),
  );
  if (!isThere) return [];
  await side.prefetch(filesOf(target, side));
  return buildKustomization(target.path, side, { strict: true });
}

/** Argo CD applies what has a kind, and leaves the rest. */
async function readFiles(
  files: readonly string[],
  side: CommitFiles,
): Promise<readonly BuiltObject[]> {
  const objects: BuiltObject[] = [];
  for (const file of files) {
    const text = await side.read(file);
    const found = readObjects(file, text ?? '', BuildContext.strict);
    objects.push(...found.filter(({ value }) => 'kind' in value));
  }
  return objects;
}

function filesOf({ folders }: FoundTarget, side: CommitFiles): string[] {
  return [...side.tree.files.keys()].filter(path => {
    // What is deeper belongs to it too, unless it is another target's.
    for (const folder of folders) {
      if (path.startsWith(`${folder}/`)) return true;
    }
    return false;
  });
}
