import { HostContext } from '../HostContext';
import { pullJson } from '../json/pullJson';
import { repoJson } from '../json/repoJson';
import { userJson } from '../json/userJson';
import { HostedRepository } from '../records/HostedRepository';
import { Pull } from '../records/pullSchema';

export type PullAction =
  | 'opened'
  | 'reopened'
  | 'edited'
  | 'ready_for_review'
  | 'converted_to_draft'
  | 'auto_merge_enabled'
  | 'auto_merge_disabled'
  | 'enqueued'
  | 'dequeued'
  | 'synchronize'
  | 'closed'
  | 'merged';

/** What the parts of the world listen for; the rest is for webhooks only. */
const MOVES: Partial<
  Record<PullAction, 'opened' | 'synchronize' | 'closed' | 'merged'>
> = {
  opened: 'opened',
  reopened: 'opened',
  synchronize: 'synchronize',
  closed: 'closed',
  merged: 'merged',
};

/** Tells listeners and webhooks what happened to a pull request. */
export function announcePull(
  host: HostContext,
  repository: HostedRepository,
  pull: Pull,
  action: PullAction,
  login: string,
): void {
  if (host.quiet) return;
  const { owner, name } = repository.record;
  const moved = MOVES[action];
  if (moved) {
    host.events.emit('pullRequest', {
      owner,
      repo: name,
      number: pull.number,
      action: moved,
      headSha: pull.head.sha,
    });
  }
  host.deliveries.emit('event', {
    repository: repository.fullName,
    name: 'pull_request',
    payload: {
      action: action === 'merged' ? 'closed' : action,
      number: pull.number,
      pull_request: {
        ...pullJson(host, repository, pull, login),
        merged: pull.mergedAt !== undefined,
      },
      repository: repoJson(host, repository, login),
      sender: userJson(host.urls, login),
    },
  });
}
