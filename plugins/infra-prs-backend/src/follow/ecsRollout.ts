import { Deployment } from '@slipway/plugin-deployments-common';
import { RolloutState } from './argoRollout';

/** How far the clocks of GitHub, a runner and AWS may be apart. */
const SKEW_MS = 60_000;

/** How Terraform's part went, on which a rollout of ECS waits. */
export interface AppliedPart {
  readonly state: 'waiting' | 'running' | 'succeeded' | 'failed';
  readonly startedAt?: string;
}

/**
 * Whether ECS runs a merged change: a deployment that began after the apply did has come to a steady state. Pure.
 *
 * @param expected - whether the plan rolls the service; undefined when no plan tells
 * @returns undefined when nothing of the change rolls the service.
 */
export function ecsRollout(
  deployment: Deployment,
  apply: AppliedPart,
  expected: boolean | undefined,
): RolloutState | undefined {
  if (expected === false) return undefined;
  const begun = Date.parse(apply.startedAt ?? '') - SKEW_MS;
  const newest = deployment.history.find(
    ({ deployedAt }) => Date.parse(deployedAt ?? '') >= begun,
  );
  if (apply.state === 'failed') {
    return expected
      ? { state: 'waiting', text: 'Waits for an apply that goes well' }
      : undefined;
  }
  if (!newest) {
    if (!expected) return undefined;
    return apply.state === 'succeeded'
      ? {
          state: 'waiting',
          text: 'ECS has not begun a deployment since the apply',
          fix: 'When it stays so, look whether the service ignores changes of its task definition',
        }
      : { state: 'waiting', text: 'Waits for the apply' };
  }
  const { phase, summary } = deployment;
  if (phase === 'failed' || phase === 'degraded') {
    return {
      state: 'failed',
      text: summary,
      fix: 'Look at its deployment, then push a fix or revert the change',
      at: newest.deployedAt,
    };
  }
  if (phase === 'healthy' && apply.state === 'succeeded') {
    return { state: 'live', text: summary, at: deployment.deployedAt };
  }
  return { state: 'running', text: summary };
}
