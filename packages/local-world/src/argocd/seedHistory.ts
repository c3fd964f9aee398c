import { Millis } from '../world/types';
import { HistoryEntry } from './application/ApplicationStatus';
import { ManagedApplication } from './application/ManagedApplication';
import { ManifestCommit } from './ManifestSource';

const SEEDED_ENTRIES = 3;
/** From the commit to the end of its sync. */
const DEPLOY_MS = 40_000;

/** History of an application that was there before the world began: one deployment per recent commit. */
export function seedHistory(
  { manifest, createdAt }: ManagedApplication,
  commits: readonly ManifestCommit[],
  now: Millis,
): readonly HistoryEntry[] {
  return commits
    .slice(0, SEEDED_ENTRIES)
    .reverse()
    .map((commit, id) => {
      const committed = Date.parse(commit.date);
      const usual = Number.isNaN(committed) ? createdAt : committed;
      const deployedAt = Math.min(now, usual + DEPLOY_MS);
      return {
        id,
        revision: commit.sha,
        deployStartedAt: new Date(deployedAt - 3_000).toISOString(),
        deployedAt: new Date(deployedAt).toISOString(),
        source: manifest.spec.source,
        initiatedBy: { automated: true },
      };
    });
}
