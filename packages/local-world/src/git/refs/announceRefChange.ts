import { HostContext } from '../HostContext';
import { announcePull } from '../pulls/announcePull';
import { followHead } from '../pulls/followHead';
import { followBase } from '../pulls/followBase';
import { HostedRepository } from '../records/HostedRepository';
import { pushPayload } from '../webhooks/pushPayload';
import { branchOf, NO_SHA, RefChange } from './RefChange';

/**
 * Brings pull requests in line with a ref that has moved, keeps that, and tells everyone who listens.
 * Call it while holding the lock of the repository.
 */
export async function announceRefChange(
  host: HostContext,
  repository: HostedRepository,
  change: RefChange,
): Promise<void> {
  const branch = branchOf(change.ref);
  if (branch === undefined) return;
  const { record } = repository;
  record.pushedAt = Math.max(host.clock.now(), record.createdAt + 1);
  const changed = [
    ...(await followBase(host, repository, branch, change)),
    ...(await followHead(host, repository, branch, change)),
  ];
  await repository.save();
  if (host.quiet) return;
  host.events.emit('push', {
    owner: record.owner,
    repo: record.name,
    ref: change.ref,
    before: change.before ?? NO_SHA,
    after: change.after ?? NO_SHA,
  });
  host.deliveries.emit('event', {
    repository: repository.fullName,
    name: 'push',
    payload: pushPayload(host, repository, change),
  });
  for (const { pull, action } of changed) {
    announcePull(host, repository, pull, action, change.login);
  }
}
