import { HostedRepository } from '../records/HostedRepository';
import { Pull } from '../records/pullSchema';
import { EMPTY_TREE } from '../repository/GitDiffs';

/** The two commits whose difference a pull request shows: where head left base, and head. */
export async function diffRange(
  repository: HostedRepository,
  pull: Pick<Pull, 'base' | 'head'>,
): Promise<{ from: string; to: string }> {
  const base = await repository.git.history.mergeBase(
    pull.base.sha,
    pull.head.sha,
  );
  return { from: base ?? EMPTY_TREE, to: pull.head.sha };
}
