import { PlanTotals } from './changeRequest';
import { PlanRoot } from './planReport';

/** Counts what the roots of a plan will do; reads and no-ops do not count. @public */
export function planTotals(
  roots: readonly Pick<PlanRoot, 'changes'>[],
): PlanTotals {
  const totals = { create: 0, update: 0, replace: 0, delete: 0 };
  for (const { action } of roots.flatMap(root => root.changes)) {
    if (action !== 'read' && action !== 'no-op') totals[action] += 1;
  }
  return totals;
}
