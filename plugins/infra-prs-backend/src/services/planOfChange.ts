import { SlipwayEnvironment } from '@slipway/platform-common';
import { ChangeFacts } from './changeFacts';
import { PlanState, readPlanState } from './planState';

/** What is known of a change's plan; the one place that says where plans come from. */
export function planOfChange(
  { pull, checks, files }: ChangeFacts,
  environments: readonly SlipwayEnvironment[],
): PlanState {
  const folders = environments.map(({ infrastructure }) => infrastructure.path);
  return readPlanState(pull.headSha, checks, files, folders);
}
