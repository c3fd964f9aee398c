import { accounts } from '../accounts/Accounts';
import { ApiError } from '../http/ApiError';
import { HostContext } from '../HostContext';
import { HostedRepository } from '../records/HostedRepository';
import { Pull } from '../records/pullSchema';
import { moveRef } from '../refs/moveRef';
import { openPull } from './openPull';

export interface RevertRequest {
  readonly login: string;
  readonly title?: string;
  readonly body?: string;
  readonly draft?: boolean;
}

/**
 * Opens a pull request that takes a merged one back, from a branch of the host's making, as
 * https://docs.github.com/en/graphql/reference/pulls#mutation-revertpullrequest does. What came after the merge stays.
 */
export async function revertPull(
  host: HostContext,
  repository: HostedRepository,
  pull: Pull,
  request: RevertRequest,
): Promise<Pull> {
  if (pull.mergedAt === undefined || !pull.mergeCommitSha) {
    throw new ApiError(422, 'Pull request is not merged');
  }
  const head = `revert-${pull.number}-${pull.head.ref}`;
  const after = await writeRevert(host, repository, pull, request.login);
  const ref = `refs/heads/${head}`;
  const { login } = request;
  await moveRef(host, repository, { ref, after, login, mustBeNew: true });
  return openPull(host, repository, {
    title: request.title || `Revert "${pull.title}"`,
    body: request.body ?? `Reverts ${repository.fullName}#${pull.number}`,
    head,
    base: pull.base.ref,
    draft: request.draft,
    author: login,
  });
}

async function writeRevert(
  host: HostContext,
  { git }: HostedRepository,
  pull: Pull,
  login: string,
): Promise<string> {
  const { mergeCommitSha: merge = '' } = pull;
  const tip = await git.refs.get(`refs/heads/${pull.base.ref}`);
  if (!tip) throw ApiError.invalid('PullRequest', 'base');
  // The merge is what both sides began with; one of them goes back to what was before it.
  const reverted = await git.merges.merge(merge, tip, pull.base.sha);
  if (reverted.kind === 'conflict') {
    throw new ApiError(
      422,
      `Sorry, this pull request couldn't be reverted automatically. It may have already been reverted, or the content may have changed since it was merged: ${reverted.paths
        .slice(0, 5)
        .join(', ')}`,
    );
  }
  const person = {
    name: accounts.get(login)?.name ?? login,
    email: accounts.get(login)?.email ?? `${login}@acme.example`,
    date: host.clock.now(),
  };
  return git.history.write({
    tree: reverted.tree,
    parents: [tip],
    author: person,
    committer: person,
    message: `Revert "${pull.title}"\n\nThis reverts commit ${merge}.`,
  });
}
