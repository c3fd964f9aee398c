import { ApiError } from '../http/ApiError';
import { HostedRepository } from '../records/HostedRepository';
import { Pull } from '../records/pullSchema';
import { GitPerson } from '../repository/GitCommit';
import { tryMerge } from './mergeability';

export type MergeMethod = 'merge' | 'squash' | 'rebase';

interface MergeText {
  readonly method: MergeMethod;
  readonly title?: string;
  readonly message?: string;
}

/** Writes the commit that a merge makes, without moving any ref. */
export async function writeMerge(
  repository: HostedRepository,
  pull: Pull,
  request: MergeText,
  merger: GitPerson,
): Promise<string> {
  if (request.method === 'rebase') return rebase(repository, pull, merger);
  const merged = await tryMerge(repository, pull);
  if (merged.kind === 'conflict') {
    throw new ApiError(405, 'Pull Request is not mergeable');
  }
  const squash = request.method === 'squash';
  return repository.git.history.write({
    tree: merged.tree,
    parents: squash ? [pull.base.sha] : [pull.base.sha, pull.head.sha],
    author: merger,
    committer: merger,
    message: messageOf(repository, pull, request),
  });
}

function messageOf(
  repository: HostedRepository,
  pull: Pull,
  { method, title, message }: MergeText,
): string {
  const { owner } = repository.record;
  const standard =
    method === 'squash'
      ? { title: `${pull.title} (#${pull.number})`, body: '' }
      : {
          title: `Merge pull request #${pull.number} from ${owner}/${pull.head.ref}`,
          body: pull.title,
        };
  const body = message ?? standard.body;
  return `${title || standard.title}${body ? `\n\n${body}` : ''}`;
}

async function rebase(
  repository: HostedRepository,
  pull: Pull,
  committer: GitPerson,
): Promise<string> {
  const { history, merges } = repository.git;
  const shas = await history.list(pull.head.sha, {
    exclude: pull.base.sha,
    oldestFirst: true,
  });
  let tip = pull.base.sha;
  for (const sha of shas) {
    const commit = await history.read(sha);
    if (!commit || commit.parents.length !== 1) continue;
    const picked = await merges.merge(commit.parents[0], tip, sha);
    if (picked.kind === 'conflict') {
      throw new ApiError(405, 'This branch can’t be rebased due to conflicts');
    }
    tip = await history.write({
      ...commit,
      tree: picked.tree,
      parents: [tip],
      committer,
    });
  }
  return tip;
}
