import { ACTION_LOOKS } from './actionLooks';
import { PLAN_KINDS, PlanKind } from './planRows';
import { UrlFilterBar } from './UrlFilterBar';
import { PlanFilters } from './usePlanFilters';

/** Narrows the changes of a plan by address, by what happens and by what is at stake. */
export function PlanFilterBar(props: {
  filters: PlanFilters;
  counts: ReadonlyMap<PlanKind, number>;
}) {
  const { filters, counts } = props;
  const kinds = PLAN_KINDS.filter(
    kind => counts.has(kind) || filters.kinds.includes(kind),
  );
  return (
    <UrlFilterBar
      label="Changes of the plan"
      findLabel="Find a resource"
      filters={filters}
      kinds={kinds.map(kind => ({
        kind,
        word: ACTION_LOOKS[kind].word,
        count: counts.get(kind) ?? 0,
      }))}
    />
  );
}
