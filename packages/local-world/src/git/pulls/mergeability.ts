import { HostedRepository } from '../records/HostedRepository';
import { Pull } from '../records/pullSchema';
import { MergeResult } from '../repository/GitMerges';
import { EMPTY_TREE } from '../repository/GitDiffs';
import { latestChecks } from './latestChecks';
import { protectionBlockers } from './protectionBlockers';

const cache = new WeakMap<HostedRepository, Map<string, MergeResult>>();

/** The merge of a pull request into its base, without the history. Kept, as a page asks for it often. */
export async function tryMerge(
  repository: HostedRepository,
  pull: Pick<Pull, 'base' | 'head'>,
): Promise<MergeResult> {
  const key = `${pull.base.sha}...${pull.head.sha}`;
  const known = cache.get(repository) ?? new Map<string, MergeResult>();
  cache.set(repository, known);
  const found = known.get(key);
  if (found) return found;
  const { history, merges } = repository.git;
  const base = await history.mergeBase(pull.base.sha, pull.head.sha);
  const result = await merges.merge(
    base ?? EMPTY_TREE,
    pull.base.sha,
    pull.head.sha,
  );
  if (known.size > 200) known.clear();
  known.set(key, result);
  return result;
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
