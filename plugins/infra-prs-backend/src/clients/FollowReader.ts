import { PullFacts } from '../services/changeFacts';

/** Reads what became of merged changes, with the integration's own credentials. All methods throw UpstreamError. */
export interface FollowReader {
  /** Whether a commit has another among its ancestors, or is it. */
  contains(
    pair: { readonly ancestor: string; readonly commit: string },
    signal: AbortSignal,
  ): Promise<boolean>;
  /** Pull requests from the branch that GitHub makes to revert one, newest first. */
  listReverts(
    of: { readonly number: number; readonly headRef: string },
    signal: AbortSignal,
  ): Promise<PullFacts[]>;
}

/** The branch GitHub makes to revert a pull request. */
export function revertBranch(of: { number: number; headRef: string }): string {
  return `revert-${of.number}-${of.headRef}`;
}
