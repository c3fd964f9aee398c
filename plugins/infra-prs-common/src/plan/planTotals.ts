import { PlanTotals } from '../changeRequest';
import { PlanRoot } from './planReport';

/** Counts what the roots of a plan will do, what is not listed included; reads and no-ops do not count. @public */
export function planTotals(
  roots: readonly Pick<PlanRoot, 'changes' | 'omitted'>[],
): PlanTotals {
  const totals = { create: 0, update: 0, replace: 0, delete: 0 };
  let [moved, imported, forgotten] = [0, 0, 0];
  for (const { changes, omitted } of roots) {
    for (const { action, previousAddress, importId } of changes) {
      if (previousAddress !== undefined) moved += 1;
      if (importId !== undefined) imported += 1;
      if (action === 'forget') forgotten += 1;
      else if (action !== 'read' && action !== 'no-op') totals[action] += 1;
    }
    totals.create += omitted?.create ?? 0;
    totals.update += omitted?.update ?? 0;
    totals.replace += omitted?.replace ?? 0;
    totals.delete += omitted?.delete ?? 0;
  }
  return {
    ...totals,
    ...(imported > 0 && { import: imported }),
    ...(moved > 0 && { move: moved }),
    ...(forgotten > 0 && { forget: forgotten }),
  };
}
