import { PlanState } from './planState';

/** Whether Terraform has nothing to do: no root is touched, or none would be changed. Pure. */
export function plansNothing({ plan, problem }: PlanState): boolean {
  if (problem) return false;
  return !plan || Object.values(plan.totals).every(count => !count);
}
