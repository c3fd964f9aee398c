import { isAtLeast } from '@slipway/plugin-infra-prs-common';
import { useSearchParams } from 'react-router-dom';
import { kindsOf, PLAN_KINDS, PlanKind, PlanRow } from './planRows';

const RISKS = ['all', 'risky', 'high'] as const;
/** Which changes by what is at stake. */
export type RiskFilter = (typeof RISKS)[number];

/** Filters of the plan; the URL holds them, so that a link shows the same. */
export function usePlanFilters() {
  const [params, setParams] = useSearchParams();
  const find = params.get('find') ?? '';
  const asked = params.get('action')?.split(',') ?? [];
  const kinds = PLAN_KINDS.filter(kind => asked.includes(kind));
  const risk = RISKS.find(name => name === params.get('risk')) ?? 'all';
  const set = (name: 'find' | 'action' | 'risk', value: string) =>
    setParams(
      previous => {
        const next = new URLSearchParams(previous);
        if (value === '' || value === 'all') next.delete(name);
        else next.set(name, value);
        return next;
      },
      // Each letter would be a step back otherwise.
      { replace: true },
    );
  const words = find.toLowerCase().split(/\s+/).filter(Boolean);
  return {
    find,
    kinds,
    risk,
    isSet: find !== '' || kinds.length > 0 || risk !== 'all',
    setFind: (text: string) => set('find', text),
    setKinds: (chosen: readonly PlanKind[]) => set('action', chosen.join()),
    setRisk: (chosen: RiskFilter) => set('risk', chosen),
    select: ({ change, risks }: PlanRow) =>
      hasKind(kindsOf(change), kinds) &&
      hasRisk(risks, risk) &&
      words.every(word =>
        `${change.address} ${change.previousAddress ?? ''}`
          .toLowerCase()
          .includes(word),
      ),
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

function hasRisk(risks: PlanRow['risks'], least: RiskFilter): boolean {
  if (least === 'all') return true;
  return risks.some(
    ({ severity }) => least === 'risky' || isAtLeast(severity, 'high'),
  );
}
