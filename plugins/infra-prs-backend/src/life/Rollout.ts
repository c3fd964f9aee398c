import { ChangeApply } from '@slipway/plugin-infra-prs-common';

/** How a merged change comes to run in one environment. */
export interface Rollout {
  /** Name of the environment. */
  readonly environment: string;
  /**
   * `none`: nothing of the change runs there. `superseded`: a later change was deployed in its place before it was seen to be
   * healthy.
   */
  readonly state:
    | 'waiting'
    | 'running'
    | 'succeeded'
    | 'failed'
    | 'superseded'
    | 'none';
  /** When it ended. */
  readonly at?: string;
  /** What went wrong, in words. */
  readonly message?: string;
  readonly url?: string;
}

/** What became of a merged change; the same at all times before the merge. */
export interface Aftermath {
  readonly apply?: ChangeApply;
  /** Undefined while nobody could be asked; empty when there is nobody to ask. */
  readonly rollouts?: readonly Rollout[];
}

/** Before the merge, and where nothing is known of what runs. */
export const NO_AFTERMATH: Aftermath = { rollouts: [] };
