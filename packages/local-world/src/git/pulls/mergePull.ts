import { accounts } from '../accounts/Accounts';
import { ApiError } from '../http/ApiError';
import { HostContext } from '../HostContext';
import { HostedRepository } from '../records/HostedRepository';
import { Pull } from '../records/pullSchema';
import { announceRefChange } from '../refs/announceRefChange';
import { announcePull } from './announcePull';
import { noteHappening } from './noteHappening';
import { MergeMethod, writeMerge } from './writeMerge';
import { mergeability } from './mergeability';
import { protectionBlockers } from './protectionBlockers';
import { mergeQueueOf } from './protectionOf';

export interface MergeRequest {
  readonly login: string;
  readonly method: MergeMethod;
  /** Head the merger has seen; a 409 when it has moved. */
  readonly sha?: string;
  readonly title?: string;
  readonly message?: string;
  /** Its turn in the merge queue has come. */
  readonly fromQueue?: boolean;
}

/** Merges as https://docs.github.com/en/rest/pulls/pulls#merge-a-pull-request does; answers the new commit. */
export function mergePull(
  host: HostContext,
  repository: HostedRepository,
  pull: Pull,
  request: MergeRequest,
): Promise<string> {
  return repository.lock.run(async () => {
    await assertMergeable(repository, pull, request);
    const account = accounts.get(request.login);
    const now = host.clock.now();
    const sha = await writeMerge(repository, pull, request, {
      name: account?.name ?? request.login,
      email: account?.email ?? `${request.login}@acme.example`,
      date: now,
    });
    const { base, head } = pull;
    const ref = `refs/heads/${base.ref}`;
    if (!(await repository.git.refs.move(ref, sha, base.sha))) {
      throw new ApiError(
        409,
        'Base branch was modified. Review and try the merge again.',
      );
    }
    pull.state = 'closed';
    pull.closedAt = now;
    pull.updatedAt = now;
    pull.mergedAt = now;
    pull.mergedBy = request.login;
    pull.mergeCommitSha = sha;
    const { login } = request;
    noteHappening(host, repository, pull, { type: 'ClosedEvent', login });
    pull.autoMerge = undefined;
    pull.queued = undefined;
    await announceRefChange(host, repository, {
      ref,
      before: base.sha,
      after: sha,
      login,
    });
    announcePull(host, repository, pull, 'merged', request.login);
    if (repository.record.deleteBranchOnMerge) {
      await repository.git.refs.delete(`refs/heads/${head.ref}`);
    }
    return sha;
  });
}

async function assertMergeable(
  repository: HostedRepository,
  pull: Pull,
  request: MergeRequest,
): Promise<void> {
  if (pull.state === 'closed') {
    throw new ApiError(405, 'Pull Request is not mergeable');
  }
  if (request.sha && request.sha !== pull.head.sha) {
    throw new ApiError(
      409,
      'Head branch was modified. Review and try the merge again.',
    );
  }
  const { state } = await mergeability(repository, pull);
  if (state === 'draft') {
    throw new ApiError(405, 'Pull Request is still a draft');
  }
  if (state === 'dirty') {
    throw new ApiError(405, 'Pull Request is not mergeable');
  }
  if (mergeQueueOf(repository, pull.base.ref) && !request.fromQueue) {
    throw new ApiError(405, 'Changes must be made through the merge queue');
  }
  const blockers = await protectionBlockers(repository, pull);
  if (blockers.length > 0) throw new ApiError(405, blockers.join(' '));
}
