import { ChangeRollout } from '@slipway/plugin-infra-prs-common';
import { Deployment } from '@slipway/plugin-deployments-common';
import { SeenOutcome } from './seenOutcomes';

/** What a row says beside where it is. */
export type RolloutState = Pick<ChangeRollout, 'state' | 'text' | 'fix' | 'at'>;

/** A merged branch takes no more commits. */
export const MEND =
  'Look at its deployment for the cause; then ask for a change that mends it, or revert this one';

/** What of a change is at stake once another one was deployed after it. Pure. */
export function replacedRollout(
  phase: Deployment['phase'],
  by: string,
  seen: SeenOutcome,
  at: string | undefined,
): RolloutState {
  if (seen.liveAt) {
    const text = `It was live; ${by} has been deployed since`;
    return { state: 'live', text, at: seen.liveAt };
  }
  if (seen.failedAt) {
    return {
      state: 'superseded',
      text: `It did not come up, and ${by} was deployed in its place`,
      at,
    };
  }
  if (phase === 'healthy') {
    return { state: 'live', text: `Healthy with ${by}, deployed after it`, at };
  }
  const text = `${by} was deployed before this was seen to be healthy`;
  return { state: 'superseded', text, at };
}
