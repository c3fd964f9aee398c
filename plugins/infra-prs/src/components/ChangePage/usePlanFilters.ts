import { kindsOf, PLAN_KINDS, PlanKind, PlanRow } from './planRows';
import { useUrlFilters } from './useUrlFilters';

/** Filters of the plan. */
export function usePlanFilters() {
  const filters = useUrlFilters(PLAN_KINDS);
  return {
    ...filters,
    select: ({ change, risks }: PlanRow) =>
      hasKind(kindsOf(change), filters.kinds) &&
      filters.hasRisk(risks) &&
      filters.hasWords(`${change.address} ${change.previousAddress ?? ''}`),
  };
}

/** @see usePlanFilters */
export type PlanFilters = ReturnType<typeof usePlanFilters>;

/** What a data source reads is of no interest unless somebody asks for it. */
function hasKind(own: readonly PlanKind[], asked: readonly PlanKind[]) {
  return asked.length === 0
    ? !own.includes('read')
    : own.some(kind => asked.includes(kind));
}
