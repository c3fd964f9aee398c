import { ApiError } from '../http/ApiError';
import { HostContext } from '../HostContext';
import { HostedRepository } from '../records/HostedRepository';
import { Happening, Pull } from '../records/pullSchema';
import { announcePull } from './announcePull';
import { noteHappening } from './noteHappening';

export interface PullUpdate {
  readonly title?: string;
  readonly body?: string | null;
  readonly state?: 'open' | 'closed';
  readonly base?: string;
  readonly login: string;
}

/** Edits, closes or reopens a pull request. */
export function updatePull(
  host: HostContext,
  repository: HostedRepository,
  pull: Pull,
  update: PullUpdate,
): Promise<void> {
  return repository.lock.run(async () => {
    const { refs } = repository.git;
    const note = (type: Happening['type'], more: Partial<Happening> = {}) =>
      noteHappening(host, repository, pull, {
        ...{ type, login: update.login },
        ...more,
      });
    if (update.base !== undefined && update.base !== pull.base.ref) {
      const sha = await refs.get(`refs/heads/${update.base}`);
      if (!sha) throw ApiError.invalid('PullRequest', 'base');
      const from = pull.base.ref;
      pull.base = { ref: update.base, sha };
      note('BaseRefChangedEvent', { from, to: update.base });
      pull.autoMerge = undefined;
    }
    if (update.title !== undefined) pull.title = update.title;
    if (update.body !== undefined) pull.body = update.body ?? undefined;
    const before = pull.state;
    if (update.state === 'closed' && before === 'open') {
      pull.state = 'closed';
      pull.autoMerge = undefined;
      pull.queued = undefined;
      pull.closedAt = host.clock.now();
      note('ClosedEvent');
    }
    if (update.state === 'open' && before === 'closed') {
      await reopen(repository, pull);
      note('ReopenedEvent');
    }
    pull.updatedAt = host.clock.now();
    await repository.save();
    const changed = pull.state === 'open' ? 'reopened' : 'closed';
    const action = before === pull.state ? 'edited' : changed;
    announcePull(host, repository, pull, action, update.login);
  });
}

async function reopen(repository: HostedRepository, pull: Pull): Promise<void> {
  const head = await repository.git.refs.get(`refs/heads/${pull.head.ref}`);
  if (pull.mergedAt !== undefined || !head) {
    throw ApiError.invalid(
      'PullRequest',
      'state',
      'state cannot be changed. The pull request cannot be reopened.',
    );
  }
  const base = await repository.git.refs.get(`refs/heads/${pull.base.ref}`);
  pull.head.sha = head;
  pull.base.sha = base ?? pull.base.sha;
  pull.state = 'open';
  pull.closedAt = undefined;
}
