import { ChangeRequest, RequestStage } from '@slipway/plugin-infra-prs-common';

const STAGES: Readonly<Record<RequestStage, string>> = {
  requested: 'Requested',
  open: 'Open',
  checks: 'Checks',
  planned: 'In review',
  approved: 'Ready to merge',
  merged: 'Applying',
  applied: 'Rolling out',
  live: 'Live',
};

const FAILED: Readonly<Record<RequestStage, string>> = {
  requested: 'Not opened',
  open: 'Failed',
  checks: 'Checks failed',
  planned: 'Plan failed',
  approved: 'Merge failed',
  merged: 'Apply failed',
  applied: 'Rollout failed',
  live: 'Failed',
};

/** What is known of where a change stands; at least whether it is open, merged or closed. */
export type Standing = Pick<ChangeRequest, 'state' | 'stage' | 'lifeState'> &
  Partial<Pick<ChangeRequest, 'draft'>>;

/** Where a change stands, in a word or two; by the pull request alone where no more is known. */
export function stageWords(change: Standing): string {
  const { stage, lifeState, state, draft } = change;
  if (state === 'closed') return 'Closed';
  if (lifeState === 'withdrawn') return 'Withdrawn';
  if (stage && lifeState === 'failed') return FAILED[stage];
  if (state === 'open' && draft) return 'Draft';
  // A later change was deployed in its place.
  if (stage === 'applied' && lifeState === 'done') return 'Superseded';
  if (stage) return STAGES[stage];
  return state === 'merged' ? 'Merged' : 'Open';
}
