import { PlannedChange } from '../plan/PlannedChange';
import { opened } from './conditions/opened';
import {
  dropped,
  lost,
  lowered,
  renamed,
  shrunk,
  switched,
} from './conditions/values';
import { widened } from './conditions/widened';
import { Hit, RiskCondition } from './RiskRule';
import { knownAt } from './valuesAt';

/** The times that a condition holds of a change. */
export function evaluateCondition(
  when: RiskCondition,
  planned: PlannedChange,
): readonly Hit[] {
  switch (when.kind) {
    case 'lost':
      return lost(planned, when.when);
    case 'renamed':
      return renamed(planned, when.paths);
    case 'switched':
      return switched(planned, when.paths, when.to, when.whenNew);
    case 'dropped':
      return dropped(planned, when.paths);
    case 'lowered':
      return lowered(planned, when.paths);
    case 'shrunk':
      return shrunk(planned, when.paths);
    case 'opened':
      return opened(planned);
    case 'widened':
      return widened(planned, when);
    case 'attached':
      return attached(planned, when.pattern);
    default:
      return [];
  }
}

function attached({ before, after }: PlannedChange, pattern: string): Hit[] {
  const [old, next] = [before, after].map(values =>
    String(knownAt(values, 'policy_arn') ?? ''),
  );
  return next !== old && new RegExp(pattern).test(next)
    ? [{ path: 'policy_arn', after: next, detail: next.split('/').pop() }]
    : [];
}
