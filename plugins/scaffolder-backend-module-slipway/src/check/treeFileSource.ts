import { posix } from 'node:path';
import {
  InfrastructureSnapshot,
  InfrastructureTree,
} from '../clients/InfrastructureTree';
import { FileSource } from '@slipway/infrastructure-code';

/** The infrastructure repository's main as it was when the snapshot was taken. Reads throw UpstreamError. */
export function treeFileSource(
  tree: InfrastructureTree,
  snapshot: InfrastructureSnapshot,
): FileSource {
  const byFolder = new Map<string, string[]>();
  for (const path of snapshot.blobs.keys()) {
    const folder = posix.dirname(path);
    const names = byFolder.get(folder) ?? [];
    names.push(posix.basename(path));
    byFolder.set(folder, names);
  }
  return {
    list: async folder => byFolder.get(folder) ?? [],
    read: path => tree.readText(snapshot, path),
  };
}
