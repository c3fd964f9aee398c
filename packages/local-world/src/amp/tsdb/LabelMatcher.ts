import { PromqlError } from '../promql/PromqlError';

export type MatchOperator = '=' | '!=' | '=~' | '!~';

/** A condition on one label; a label that is absent counts as the empty string. */
export interface LabelMatcher {
  readonly name: string;
  readonly operator: MatchOperator;
  readonly value: string;
  readonly matches: (value: string) => boolean;
}

/**
 * Creates a matcher; regular expressions are anchored, as in Prometheus.
 *
 * @throws PromqlError when the regular expression is not valid.
 */
export function createLabelMatcher(
  name: string,
  operator: MatchOperator,
  value: string,
): LabelMatcher {
  return { name, operator, value, matches: predicate(operator, value) };
}

function predicate(
  operator: MatchOperator,
  value: string,
): (actual: string) => boolean {
  if (operator === '=') return actual => actual === value;
  if (operator === '!=') return actual => actual !== value;
  const pattern = compile(value);
  return operator === '=~'
    ? actual => pattern.test(actual)
    : actual => !pattern.test(actual);
}

function compile(source: string): RegExp {
  try {
    return new RegExp(`^(?:${source})$`, 's');
  } catch {
    throw PromqlError.badData(
      `error parsing regexp: '${source}' is not a valid regular expression`,
    );
  }
}
