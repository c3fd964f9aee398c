import { accounts, includesAccess } from '../accounts/Accounts';
import { HostContext } from '../HostContext';
import { HostedRepository } from '../records/HostedRepository';
import { Pull } from '../records/pullSchema';
import { RefChange } from '../refs/RefChange';
import { PullAction } from './announcePull';
import { noteHappening } from './noteHappening';
import { protectionOf } from './protectionOf';

/** A pull request that a moved branch has changed. */
export interface ChangedPull {
  readonly pull: Pull;
  readonly action: PullAction;
}

/** Takes over the new head of open pull requests from a branch; they are closed when the branch is gone. */
export async function followHead(
  host: HostContext,
  repository: HostedRepository,
  branch: string,
  change: Pick<RefChange, 'after' | 'login'>,
): Promise<ChangedPull[]> {
  const { after, login } = change;
  const open = repository.record.pulls.filter(
    pull => pull.state === 'open' && pull.head.ref === branch,
  );
  const now = host.clock.now();
  const changed: ChangedPull[] = [];
  for (const pull of open) {
    pull.updatedAt = now;
    if (after === undefined) {
      pull.state = 'closed';
      pull.closedAt = now;
      noteHappening(host, repository, pull, { type: 'ClosedEvent', login });
      changed.push({ pull, action: 'closed' });
    } else if (pull.head.sha !== after) {
      await takeHead(host, repository, pull, { after, login });
      changed.push({ pull, action: 'synchronize' });
    }
  }
  return changed;
}

async function takeHead(
  host: HostContext,
  repository: HostedRepository,
  pull: Pull,
  { after, login }: { after: string; login: string },
): Promise<void> {
  const { refs, history } = repository.git;
  const from = pull.head.sha;
  if (!(await history.isAncestor(from, after))) {
    const type = 'HeadRefForcePushedEvent';
    noteHappening(host, repository, pull, { type, login, from, to: after });
  }
  pull.head.sha = after;
  dismissStale(host, repository, pull, login);
  keepAutoMerge(repository, pull, login);
  const ref = `refs/pull/${pull.number}/head`;
  await refs.move(ref, after, await refs.get(ref));
}

/** An approval of other code is no approval. */
function dismissStale(
  host: HostContext,
  repository: HostedRepository,
  pull: Pull,
  login: string,
): void {
  if (!protectionOf(repository, pull.base.ref)?.dismissStale) return;
  for (const review of repository.record.reviews) {
    if (review.pull === pull.number && review.state === 'APPROVED') {
      const { user, state } = review;
      review.state = 'DISMISSED';
      noteHappening(host, repository, pull, {
        type: 'ReviewDismissedEvent',
        login,
        review: { login: user, state },
      });
    }
  }
}

/** A push by somebody who may not merge takes back what others have said; a push by others does not. */
function keepAutoMerge(
  repository: HostedRepository,
  pull: Pull,
  login: string,
): void {
  const access = accounts.access(login, repository);
  if (!includesAccess(access, 'write')) pull.autoMerge = undefined;
}
