import { ChangeApply } from '@slipway/plugin-infra-prs-common';
import { MEND } from '../follow/rolloutState';
import { Aftermath, Rollout } from './Rollout';
import type { Standing } from './stageOf';

/** Whether Terraform is done, or had nothing to do. */
export function isApplied(apply: ChangeApply | undefined): boolean {
  return apply?.state === 'succeeded' || apply?.state === 'none';
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
export function followStage({ apply, rollouts }: Aftermath): Standing {
  if (!isApplied(apply)) return notApplied(apply);
  if (!rollouts) {
    return {
      stage: 'applied',
      state: 'active',
      waitsFor: 'Nobody: what runs could not be asked for',
    };
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
