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
  | 'synchronize'
  | 'closed'
  | 'merged';

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
  if (action !== 'edited') {
    host.events.emit('pullRequest', {
      owner,
      repo: name,
      number: pull.number,
      action: action === 'reopened' ? 'opened' : action,
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
