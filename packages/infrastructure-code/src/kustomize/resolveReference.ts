import { posix } from 'node:path';
import { ManifestError } from './ManifestError';

const REMOTE = /:\/\/|^git@|^github\.com\/|\?ref=/;

/** Whether Kustomize would fetch it from elsewhere. */
export function isRemote(reference: string): boolean {
  return REMOTE.test(reference);
}

/**
 * A path relative to a folder.
 *
 * @throws ManifestError when it leaves the repository.
 */
export function resolveReference(folder: string, reference: string): string {
  if (isRemote(reference)) {
    throw new ManifestError(
      `${folder}: '${reference}' is remote; only what is in the repository is built`,
    );
  }
  const resolved = posix.normalize(posix.join(folder, reference));
  if (posix.isAbsolute(reference) || resolved.startsWith('..')) {
    throw new ManifestError(
      `${folder}: '${reference}' is outside the repository`,
    );
  }
  return resolved;
}
