import { ConflictError } from '@backstage/errors';
import { InfrastructureTree } from '../clients/InfrastructureTree';

/**
 * Refuses to write files over those that they were not made from: what somebody merged meanwhile would be taken back.
 * `base` is the Git id of each committed file that was changed, by its path.
 *
 * @throws ConflictError naming the file; UpstreamError.
 */
export async function requireUnchanged(
  base: Readonly<Record<string, string>>,
  tree: InfrastructureTree,
): Promise<void> {
  if (Object.keys(base).length === 0) return;
  const { blobs } = await tree.snapshot({ fresh: true });
  const changed = Object.keys(base).find(
    path => blobs.get(path) !== base[path],
  );
  if (changed) {
    throw new ConflictError(
      `${changed} was changed in the infrastructure repository while this ran`,
    );
  }
}
