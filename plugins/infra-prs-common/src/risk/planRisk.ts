import { PlanResourceChange } from '../plan/planReport';
import { LOSSES } from './rules/lossRules';

/** What could be lost by a planned change, in words; undefined when nothing is. @public */
export function planRisk(
  change: Pick<PlanResourceChange, 'action' | 'type'>,
): string | undefined {
  if (change.action !== 'replace' && change.action !== 'delete') {
    return undefined;
  }
  return Object.hasOwn(LOSSES, change.type) ? LOSSES[change.type] : undefined;
}
