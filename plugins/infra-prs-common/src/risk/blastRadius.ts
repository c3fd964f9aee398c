import { PlannedChange } from '../plan/PlannedChange';
import { PlanRisk } from '../plan/planRiskSchema';

/** From when on a change of one root is large. */
const LIMITS = {
  /** Resources destroyed or replaced. */
  destroyed: 20,
  /** Share of what is there that is destroyed or replaced, when it is at least `few`. */
  share: 0.5,
  few: 5,
  /** Changes of any kind. */
  changed: 200,
} as const;

/** Whether a plan reaches so far that nobody can review each of its changes. */
export function blastRadius(resources: readonly PlannedChange[]): PlanRisk[] {
  const there = resources.filter(({ before }) => before !== undefined).length;
  const count = (...actions: string[]) =>
    resources.filter(({ action }) => actions.includes(action)).length;
  const destroyed = count('delete', 'replace');
  const changed = destroyed + count('create', 'update');
  const share = there > 0 ? destroyed / there : 0;
  const base = {
    rule: 'blast-radius',
    why: 'Nobody can look at each of so many changes, and a mistake in one reaches all.',
    fix: 'Split it, or say in the pull request why all of it goes together.',
  } as const;
  if (
    destroyed >= LIMITS.destroyed ||
    (destroyed >= LIMITS.few && share >= LIMITS.share)
  ) {
    const percent = Math.round(share * 100);
    const message = `${destroyed} of ${there} resources are destroyed or replaced (${percent} %)`;
    return [{ ...base, severity: 'high', message }];
  }
  if (changed < LIMITS.changed) return [];
  return [
    { ...base, severity: 'medium', message: `${changed} resources change` },
  ];
}
