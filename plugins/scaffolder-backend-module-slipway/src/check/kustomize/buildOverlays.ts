import { posix } from 'node:path';
import {
  buildKustomization,
  BuiltObject,
  FileSource,
} from '@slipway/infrastructure-code';

/** What one overlay makes. */
export interface Overlay {
  readonly folder: string;
  /** Name of the folder, which is that of the environment. */
  readonly environment: string;
  readonly objects: readonly BuiltObject[];
}

/** Builds the overlays that files belong to. */
export async function buildOverlays(
  files: ReadonlyMap<string, string>,
  source: FileSource,
): Promise<readonly Overlay[]> {
  const folders = new Set(
    [...files.keys()]
      .map(path => posix.dirname(path))
      .filter(folder => /\/overlays\/[^/]+$/.test(folder)),
  );
  return Promise.all(
    [...folders].map(async folder => ({
      folder,
      environment: posix.basename(folder),
      // What is wrong in it is reported by the check of its files.
      objects: await buildKustomization(folder, source, { strict: false }),
    })),
  );
}
