import { ManifestError } from '@slipway/infrastructure-code';
import { Millis } from '../world/types';
import { ApplicationManifest } from './application/ApplicationManifest';
import { HistoryEntry } from './application/ApplicationStatus';
import { GitOpsRepository } from './GitOpsRepository';
import { ManifestCommit } from './ManifestSource';
import { inputFiles } from './render/inputFolders';

const COMMITS = 10;
/** From the commit to the end of its sync. */
const DEPLOY_MS = 40_000;

/**
 * History of an application that was there before the world began: one deployment for each recent
 * commit that changed a file it is rendered from.
 */
export async function seedHistory(
  manifest: ApplicationManifest,
  repository: GitOpsRepository,
  now: Millis,
): Promise<readonly HistoryEntry[]> {
  const commits = [...(await repository.log(COMMITS))].reverse();
  const deployed: ManifestCommit[] = [];
  let previous: string | undefined;
  for (const commit of commits) {
    const inputs = inputsOf(manifest, await repository.files(commit.sha));
    if (inputs !== undefined && inputs !== previous) deployed.push(commit);
    previous = inputs;
  }
  return deployed.map((commit, id) => {
    const committed = Date.parse(commit.date);
    const deployedAt = Math.min(
      now,
      (Number.isNaN(committed) ? now : committed) + DEPLOY_MS,
    );
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

/** What the application is rendered from at a commit, as text; undefined when it is not there yet. */
function inputsOf(
  { spec }: ApplicationManifest,
  files: ReadonlyMap<string, string>,
): string | undefined {
  try {
    const inputs = [...inputFiles(files, spec.source.path.replace(/\/+$/, ''))];
    return inputs.length > 0 ? JSON.stringify(inputs) : undefined;
  } catch (error) {
    if (error instanceof ManifestError) return undefined;
    throw error;
  }
}
