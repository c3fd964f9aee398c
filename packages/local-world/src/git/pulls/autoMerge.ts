import { HostContext } from '../HostContext';
import { HostedRepository } from '../records/HostedRepository';
import { mergePull } from './mergePull';
import { mergeability } from './mergeability';

/** Merges what may be merged by now, for those who said so. */
async function mergeReady(
  host: HostContext,
  repository: HostedRepository,
): Promise<void> {
  const waiting = repository.record.pulls.filter(
    pull => pull.state === 'open' && pull.autoMerge,
  );
  for (const pull of waiting) {
    const { state } = await mergeability(repository, pull);
    const { autoMerge } = pull;
    if (!autoMerge || !['clean', 'unstable'].includes(state)) continue;
    const { login, method } = autoMerge;
    const { sha } = pull.head;
    // Somebody else may be faster; and what is in the way now may be gone later.
    await mergePull(host, repository, pull, { login, method, sha }).catch(
      () => undefined,
    );
  }
}

/** Merges each time something has happened that may have been waited for. Answers how to stop. */
export function followAutoMerge(host: HostContext): () => void {
  const listener = (event: { repository: string }) => {
    const [owner, name] = event.repository.split('/');
    const repository = host.repositories.get(owner, name);
    // After what is going on now: it may hold the lock.
    if (repository) setImmediate(() => void mergeReady(host, repository));
  };
  host.deliveries.on('event', listener);
  return () => host.deliveries.off('event', listener);
}
