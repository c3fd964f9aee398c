import { isAtLeast, RiskSeverity } from '@slipway/plugin-infra-prs-common';
import { useSearchParams } from 'react-router-dom';

const RISKS = ['all', 'risky', 'high'] as const;
/** What to show by what is at stake. */
export type RiskFilter = (typeof RISKS)[number];

/** Filters by words, by what happens and by what is at stake; the URL holds them, so that a link shows the same. */
export function useUrlFilters<K extends string>(known: readonly K[]) {
  const [params, setParams] = useSearchParams();
  const find = params.get('find') ?? '';
  const asked = params.get('action')?.split(',') ?? [];
  const kinds = known.filter(kind => asked.includes(kind));
  const risk = RISKS.find(name => name === params.get('risk')) ?? 'all';
  const words = find.toLowerCase().split(/\s+/).filter(Boolean);
  const set = (name: string, value: string) =>
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
  return {
    find,
    kinds,
    risk,
    isSet: find !== '' || kinds.length > 0 || risk !== 'all',
    setFind: (text: string) => set('find', text),
    setKinds: (chosen: readonly K[]) => set('action', chosen.join()),
    setRisk: (chosen: RiskFilter) => set('risk', chosen),
    /** A filter beside these. */
    get: (name: string) => params.get(name) ?? '',
    set,
    hasWords: (text: string) =>
      words.every(word => text.toLowerCase().includes(word)),
    hasRisk: (risks: ReadonlyArray<{ readonly severity: RiskSeverity }>) =>
      risk === 'all' ||
      risks.some(
        ({ severity }) => risk === 'risky' || isAtLeast(severity, 'high'),
      ),
  };
}

/** @see useUrlFilters */
export type UrlFilters<K extends string> = ReturnType<typeof useUrlFilters<K>>;
