import { posix } from 'node:path';
import { FileSource } from '../FileSource';
import { buildOverlay, BuiltObject } from './buildOverlay';

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
      objects: await buildOverlay(folder, source),
    })),
  );
}
