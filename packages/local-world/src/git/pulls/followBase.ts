import { HostContext } from '../HostContext';
import { HostedRepository } from '../records/HostedRepository';
import { RefChange } from '../refs/RefChange';
import { ChangedPull } from './followHead';

/** Takes over the new base of open pull requests into a branch; those it now contains count as merged. */
export async function followBase(
  host: HostContext,
  repository: HostedRepository,
  branch: string,
  change: RefChange,
): Promise<ChangedPull[]> {
  const { after } = change;
  if (after === undefined) return [];
  const open = repository.record.pulls.filter(
    pull => pull.state === 'open' && pull.base.ref === branch,
  );
  const changed: ChangedPull[] = [];
  for (const pull of open) {
    const { history } = repository.git;
    if (await history.isAncestor(pull.head.sha, after)) {
      const now = host.clock.now();
      pull.state = 'closed';
      pull.closedAt = now;
      pull.mergedAt = now;
      pull.mergedBy = change.login;
      pull.mergeCommitSha = after;
      pull.updatedAt = now;
      changed.push({ pull, action: 'merged' });
    } else {
      pull.base.sha = after;
    }
  }
  return changed;
}
