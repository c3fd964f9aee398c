import {
  ChangeBlocker,
  RequestLife,
  RequestStage,
} from '@slipway/plugin-infra-prs-common';
import { Assessment } from '../services/assessChange';
import { ChangeFacts } from '../services/changeFacts';
import { Aftermath } from './Rollout';
import { hasPassed } from '../services/reportedChecks';
import { latestChecks } from '../services/planState';
import { blockedProblem } from './blockedProblem';
import { followStage } from './followStage';

/** Where a request stands. */
export type Standing = Pick<
  RequestLife,
  'stage' | 'state' | 'problem' | 'waitsFor'
>;

/** What keeps a change at a stage; of several the earliest counts. Others say nothing of how far it is. */
const HOLDS_AT: Partial<Record<ChangeBlocker['code'], RequestStage>> = {
  draft: 'open',
  unreadable: 'open',
  plan_missing: 'checks',
  plan_failed: 'checks',
  checks_pending: 'checks',
  checks_failing: 'checks',
  plan_risk: 'planned',
  approval_missing: 'planned',
  changes_requested: 'planned',
  branch_protection: 'planned',
};

const ORDER: readonly RequestStage[] = ['open', 'checks', 'planned'];

function openStage(
  { checks }: ChangeFacts,
  blockers: readonly ChangeBlocker[],
): RequestStage {
  const held = blockers.flatMap(({ code }) => HOLDS_AT[code] ?? []);
  const first = ORDER.find(stage => held.includes(stage)) ?? 'approved';
  // Nobody has begun to check it.
  return first === 'checks' && checks.length === 0 ? 'open' : first;
}

function openStanding(facts: ChangeFacts, assessment: Assessment): Standing {
  const { blockers } = assessment;
  const stage = openStage(facts, blockers);
  const problem = blockedProblem(stage, blockers);
  const [first] = blockers.filter(
    ({ code }) => code !== 'mergeability_unknown',
  );
  return {
    stage,
    state: problem ? 'failed' : 'active',
    problem,
    waitsFor: first?.who ?? 'Anyone who may merge it',
  };
}

/** How far a change came that was closed without being merged. */
function furthest(
  { checks }: ChangeFacts,
  { plan, approvals }: Assessment,
): RequestStage {
  if (checks.length === 0) return 'open';
  if (plan.problem || !latestChecks(checks).every(hasPassed)) return 'checks';
  return approvals.some(({ valid }) => valid) ? 'approved' : 'planned';
}

/**
 * Where a request stands by the facts of one moment; what was before does not matter, so that it can be told again at any
 * time. Pure.
 */
export function stageOf(
  facts: ChangeFacts,
  assessment: Assessment,
  aftermath: Aftermath,
): Standing {
  const { pull } = facts;
  if (pull.mergedAt) return followStage(aftermath);
  if (pull.state === 'open') return openStanding(facts, assessment);
  return { stage: furthest(facts, assessment), state: 'withdrawn' };
}
