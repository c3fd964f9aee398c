import { posix } from 'node:path';
import {
  KUSTOMIZATION_FILES,
  resolveReference,
} from '@slipway/infrastructure-code';
import { z } from 'zod';
import { parseYaml } from './parseManifests';

const referencesSchema = z.looseObject({
  resources: z.array(z.string()).default([]),
  components: z.array(z.string()).default([]),
  bases: z.array(z.string()).default([]),
});

/**
 * The files of a kustomization's folder and of all folders it refers to: what a render depends on.
 *
 * @throws ManifestError for references that leave the repository.
 */
export function inputFiles(
  files: ReadonlyMap<string, string>,
  folder: string,
): ReadonlyMap<string, string> {
  const folders = new Set<string>();
  collect(files, folder, folders);
  return new Map(
    [...files].filter(([path]) =>
      [...folders].some(each => path.startsWith(`${each}/`)),
    ),
  );
}

function collect(
  files: ReadonlyMap<string, string>,
  folder: string,
  folders: Set<string>,
): void {
  if (folders.has(folder)) return;
  folders.add(folder);
  const file = KUSTOMIZATION_FILES.map(name => `${folder}/${name}`).find(path =>
    files.has(path),
  );
  if (!file) return;
  const parsed = referencesSchema.safeParse(
    parseYaml(files.get(file) ?? '', file)[0],
  );
  if (!parsed.success) return;
  const { resources, components, bases } = parsed.data;
  for (const reference of [...resources, ...components, ...bases]) {
    const path = resolveReference(folder, reference);
    if (!files.has(path)) collect(files, path, folders);
    else if (posix.dirname(path) !== folder) folders.add(posix.dirname(path));
  }
}
