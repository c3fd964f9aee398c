import { Kustomization } from './kustomizationSchema';
import { KustomizationPatch } from './patchSchema';
import { resolveFile } from './resolveReference';
import { Place } from './Place';

interface ReadPatch {
  readonly text: string;
  /** Where it stands; the folder of a kustomization that holds it itself. */
  readonly file: string;
  readonly rules: Pick<KustomizationPatch, 'target' | 'options'>;
}

/** Patches of a kustomization with their texts, those of older fields among them, in the order in which they apply. */
export async function patchesOf(
  kustomization: Kustomization,
  place: Place,
): Promise<readonly ReadPatch[]> {
  const { patchesStrategicMerge, patches, patchesJson6902 } = kustomization;
  const entries: readonly KustomizationPatch[] = [
    // A path, or the patch itself.
    ...patchesStrategicMerge.map(patch =>
      patch.includes('\n') || patch.includes('{') ? { patch } : { path: patch },
    ),
    ...patches,
    ...patchesJson6902,
  ];
  const read = await Promise.all(entries.map(entry => readPatch(entry, place)));
  return read.flat();
}

async function readPatch(
  { path, patch, target, options }: KustomizationPatch,
  { folder, read, context }: Place,
): Promise<readonly ReadPatch[]> {
  const rules = { ...(target && { target }), ...(options && { options }) };
  if (path === undefined) {
    return [{ text: patch ?? '', file: folder, rules }];
  }
  const file = context.attempt<string | undefined>(
    () => resolveFile(folder, path),
    undefined,
  );
  const text = file === undefined ? undefined : await read(file);
  if (text === undefined || file === undefined) {
    context.refuse(`${folder}: patch '${path}' does not exist`);
    return [];
  }
  return [{ text, file, rules }];
}
