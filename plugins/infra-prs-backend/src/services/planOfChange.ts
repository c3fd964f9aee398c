import { SlipwayEnvironment } from '@slipway/platform-common';
import { ChangeFacts } from './changeFacts';
import { planFromComments } from './planFromComments';
import { PlanState, readPlanState, stateOfPlan } from './planState';

/** What is known of a change's plan; the one place that says where plans come from. */
export function planOfChange(
  { pull, checks, files, planComments = [] }: Omit<ChangeFacts, 'reviews'>,
  environments: readonly SlipwayEnvironment[],
): PlanState {
  const told = planFromComments(planComments, environments);
  if (told) return stateOfPlan(told.plan, told.completedAt);
  const folders = environments.map(({ infrastructure }) => infrastructure.path);
  return readPlanState(pull.headSha, checks, files, folders);
}
