import { conform, Conformed } from '../hcl/conform';
import { HclValue } from '../hcl/HclValue';
import { parseExpression } from '../hcl/parseExpression';
import { evaluateValue } from './evaluateBody';
import { Block } from './SourceFile';

const NO_SCOPE = { resolve: () => undefined, readFile: () => undefined };

/** True when a call must give the variable. */
export function isRequired(variable: Block): boolean {
  return variable.body.default === undefined;
}

/** What a variable holds in its module: what was given, or its default, brought to its type. */
export function inputOf(
  variable: Block,
  given: HclValue | undefined,
): Conformed {
  const { type, default: fallback } = variable.body;
  const value = given ?? evaluateValue(fallback ?? null, NO_SCOPE);
  return conform(
    typeof type === 'string' ? parseExpression(type) : undefined,
    value,
    variable.labels[0] ?? '',
  );
}
