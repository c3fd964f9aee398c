import { HostedRepository } from '../records/HostedRepository';
import { Pull } from '../records/pullSchema';
import { RecentResults } from '../records/RecentResults';
import { MergeResult } from '../repository/GitMerges';
import { EMPTY_TREE } from '../repository/GitDiffs';
import { latestChecks } from './latestChecks';
import { protectionBlockers } from './protectionBlockers';

const merges = new WeakMap<HostedRepository, RecentResults<MergeResult>>();

/** The merge of a pull request into its base, without the history. Kept, as a page asks for it often. */
export function tryMerge(
  repository: HostedRepository,
  pull: Pick<Pull, 'base' | 'head'>,
): Promise<MergeResult> {
  const known = merges.get(repository) ?? new RecentResults<MergeResult>();
  merges.set(repository, known);
  const { base, head } = pull;
  return known.get(`${base.sha}...${head.sha}`, async () => {
    const { git } = repository;
    const common = await git.history.mergeBase(base.sha, head.sha);
    return git.merges.merge(common ?? EMPTY_TREE, base.sha, head.sha);
  });
}

/** `mergeable` and `mergeable_state` of https://docs.github.com/en/rest/pulls/pulls#get-a-pull-request */
export async function mergeability(
  repository: HostedRepository,
  pull: Pull,
): Promise<{ mergeable: boolean | null; state: string }> {
  if (pull.state === 'closed') return { mergeable: null, state: 'unknown' };
  const merged = await tryMerge(repository, pull);
  if (merged.kind === 'conflict') return { mergeable: false, state: 'dirty' };
  if (pull.draft) return { mergeable: true, state: 'draft' };
  const blockers = await protectionBlockers(repository, pull);
  if (blockers.length > 0) return { mergeable: true, state: 'blocked' };
  const outcomes = [...latestChecks(repository, pull.head.sha).values()];
  const green = outcomes.every(outcome => outcome === 'success');
  return { mergeable: true, state: green ? 'clean' : 'unstable' };
}
