import { ChangeApply } from '@slipway/plugin-infra-prs-common';
import { Assessment } from '../services/assessChange';
import { MEND } from '../follow/argoRollout';
import { Aftermath, Rollout } from './Rollout';
import { plansNothing } from '../services/plansNothing';
import type { Standing } from './stageOf';

/** What a change waits for while nobody can say whether it runs. */
export const NOT_ASKED = 'Nobody: what runs could not be asked for';

/** Where nothing is reported, and nothing was planned, there is nothing that Terraform would do. */
export function isApplied(
  { plan }: Assessment,
  apply: ChangeApply | undefined,
): boolean {
  if (!apply || apply.state === 'waiting') return plansNothing(plan);
  return apply.state === 'succeeded' || apply.state === 'none';
}

function notApplied(apply: ChangeApply | undefined): Standing {
  if (apply?.state !== 'failed') {
    return {
      stage: 'merged',
      state: 'active',
      waitsFor: 'The runner, which applies it',
    };
  }
  return {
    stage: 'merged',
    state: 'failed',
    problem: {
      stage: 'applied',
      message: apply.summary ?? 'Terraform could not apply it',
      fix: 'Read the error of each root below. Once its cause is gone, retry the apply; else revert the change',
      url: apply.url,
    },
    waitsFor: 'Whoever asked for the change',
  };
}

function brokenRollout(rollout: Rollout): Standing {
  return {
    stage: 'applied',
    state: 'failed',
    problem: {
      stage: 'live',
      message: `${rollout.environment}: ${
        rollout.message ?? 'the new version does not come up'
      }`,
      fix: MEND,
      url: rollout.url,
    },
    waitsFor: 'Whoever asked for the change',
  };
}

/** Where a merged change stands. */
export function followStage(
  assessment: Assessment,
  { apply, rollouts }: Aftermath,
): Standing {
  if (!isApplied(assessment, apply)) return notApplied(apply);
  if (!rollouts) {
    return { stage: 'applied', state: 'active', waitsFor: NOT_ASKED };
  }
  const own = rollouts.filter(({ state }) => state !== 'none');
  // Nothing has to roll out: what Terraform has applied is in effect.
  if (own.length === 0) return { stage: 'live', state: 'done' };
  const failed = own.find(({ state }) => state === 'failed');
  if (failed) return brokenRollout(failed);
  const open = own.filter(
    ({ state }) => state !== 'succeeded' && state !== 'superseded',
  );
  if (open.length === 0) {
    const isLive = own.every(({ state }) => state === 'succeeded');
    return { stage: isLive ? 'live' : 'applied', state: 'done' };
  }
  const where = open.map(({ environment }) => environment).join(', ');
  return {
    stage: 'applied',
    state: 'active',
    waitsFor: `The rollout in ${where}`,
  };
}
