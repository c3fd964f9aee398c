import { accounts, includesAccess } from '../accounts/Accounts';
import { HostContext } from '../HostContext';
import { HostedRepository } from '../records/HostedRepository';
import { Pull } from '../records/pullSchema';
import { RefChange } from '../refs/RefChange';
import { PullAction } from './announcePull';
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
      changed.push({ pull, action: 'closed' });
    } else if (pull.head.sha !== after) {
      pull.head.sha = after;
      dismissStale(repository, pull);
      keepAutoMerge(repository, pull, login);
      const ref = `refs/pull/${pull.number}/head`;
      await repository.git.refs.move(
        ref,
        after,
        await repository.git.refs.get(ref),
      );
      changed.push({ pull, action: 'synchronize' });
    }
  }
  return changed;
}

/** An approval of other code is no approval. */
function dismissStale(repository: HostedRepository, pull: Pull): void {
  if (!protectionOf(repository, pull.base.ref)?.dismissStale) return;
  for (const review of repository.record.reviews) {
    if (review.pull === pull.number && review.state === 'APPROVED') {
      review.state = 'DISMISSED';
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
