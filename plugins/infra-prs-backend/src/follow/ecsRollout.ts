import { Deployment } from '@slipway/plugin-deployments-common';
import { MEND, replacedRollout, RolloutState } from './rolloutState';
import { SeenOutcome } from './seenOutcomes';

/** How far the clocks of GitHub, a runner and AWS may be apart. */
const SKEW_MS = 60_000;

/** How Terraform's part went, on which a rollout of ECS waits. */
export interface AppliedPart {
  readonly state: 'waiting' | 'running' | 'succeeded' | 'failed';
  readonly startedAt?: string;
}

/** Of task definitions `mailer:5` and `mailer:4`: ECS goes back to an earlier one when a rollout fails. */
function isLater(revision: string, than: string): boolean {
  const number = (text: string) => Number(/:(\d{1,9})$/.exec(text)?.[1]);
  return number(revision) > number(than);
}

function notBegun({ state }: AppliedPart): RolloutState {
  if (state !== 'succeeded') {
    return { state: 'waiting', text: 'Waits for the apply' };
  }
  return {
    state: 'waiting',
    text: 'ECS has not begun a deployment since the apply',
    fix: 'When it stays so, look whether the service ignores changes of its task definition',
  };
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
  seen: SeenOutcome = {},
): RolloutState | undefined {
  if (expected === false) return undefined;
  const begun = Date.parse(apply.startedAt ?? '') - SKEW_MS;
  const since = deployment.history.filter(
    ({ deployedAt }) => Date.parse(deployedAt ?? '') >= begun,
  );
  const [newest, first] = [since.at(0), since.at(-1)];
  if (apply.state === 'failed') {
    return expected
      ? { state: 'waiting', text: 'Waits for an apply that goes well' }
      : undefined;
  }
  if (!newest) return expected ? notBegun(apply) : undefined;
  const { phase, summary } = deployment;
  if (first && isLater(newest.revision.sha, first.revision.sha)) {
    const by = newest.revision.sha;
    return replacedRollout(phase, by, seen, first.deployedAt);
  }
  if (phase === 'failed' || phase === 'degraded') {
    return {
      state: 'failed',
      text: summary,
      fix: MEND,
      at: newest.deployedAt,
    };
  }
  if (phase === 'healthy' && apply.state === 'succeeded') {
    return { state: 'live', text: summary, at: deployment.deployedAt };
  }
  return { state: 'running', text: summary };
}
