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

/**
 * A file that a kustomization names. Kustomize reads none that is outside of its folder.
 *
 * @throws ManifestError when it is.
 */
export function resolveFile(folder: string, reference: string): string {
  const resolved = resolveReference(folder, reference);
  expectBelow(folder, resolved);
  return resolved;
}

/** @throws ManifestError for a file that is not in or below a folder. */
export function expectBelow(folder: string, path: string): void {
  if (!path.startsWith(`${folder}/`)) {
    throw new ManifestError(
      `${folder}: the file '${path}' is not in this folder, and Kustomize reads no other`,
    );
  }
}
