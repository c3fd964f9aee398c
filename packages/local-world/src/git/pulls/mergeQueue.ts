import { HostContext } from '../HostContext';
import { HostedRepository } from '../records/HostedRepository';
import { Pull } from '../records/pullSchema';
import { mergePull } from './mergePull';
import { noteHappening } from './noteHappening';
import { mergeQueueOf } from './protectionOf';

const METHODS = {
  MERGE: 'merge',
  SQUASH: 'squash',
  REBASE: 'rebase',
} as const;
const BUILD_MS = 1_000;

/** What waits to be merged into a branch, first come first. What moved since is out. */
export function queueOf(repository: HostedRepository, branch: string): Pull[] {
  return repository.record.pulls
    .filter(({ state, base }) => state === 'open' && base.ref === branch)
    .filter(({ queued, head }) => queued?.sha === head.sha)
    .sort((a, b) => (a.queued?.at ?? 0) - (b.queued?.at ?? 0));
}

async function mergeQueued(
  host: HostContext,
  repository: HostedRepository,
  branch: string,
): Promise<void> {
  const settings = mergeQueueOf(repository, branch);
  const [first, ...others] = queueOf(repository, branch);
  if (!settings || !first?.queued) return;
  const waited = host.clock.now() - first.queued.at;
  const full = others.length + 1 >= settings.min_entries_to_merge;
  const most = settings.min_entries_to_merge_wait_minutes * 60_000;
  if (waited < (full ? BUILD_MS : most)) return;
  const { login, sha } = first.queued;
  const method = METHODS[settings.merge_method];
  try {
    const request = { login, sha, method, fromQueue: true };
    await mergePull(host, repository, first, request);
  } catch {
    // What cannot be merged leaves the queue, so that the next can.
    first.queued = undefined;
    noteHappening(host, repository, first, {
      type: 'RemovedFromMergeQueueEvent',
      message: 'merge failed',
    });
    await repository.save();
  }
}

/** Merges what is in the queues, a little at a time. Answers how to stop. */
export function followMergeQueues(host: HostContext): () => void {
  return host.clock.every(500, async () => {
    for (const repository of host.repositories.list()) {
      const { rulesets } = repository.record;
      const branches = new Set(rulesets.flatMap(each => each.branches));
      for (const branch of branches) {
        await mergeQueued(host, repository, branch);
      }
    }
  });
}
