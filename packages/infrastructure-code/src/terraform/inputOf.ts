import { parseText } from '../hcl/parseText';
import { EMPTY_SCOPE } from '../hcl/Scope';
import { Value } from '../hcl/Value';
import { Block } from './Block';
import { conform, Conformed } from './conform';
import { evaluateValue } from './evaluateBody';

/** True when a call must give the variable. */
export function isRequired({ body }: Block): boolean {
  return body.default === undefined;
}

/**
 * What a variable holds in its module: what was given, or its default, brought to its type. Null stands for the
 * default only where the variable is not nullable.
 */
export function inputOf(variable: Block, given: Value | undefined): Conformed {
  const { type, default: standard = null, nullable } = variable.body;
  const missing =
    given === undefined || (given === null && String(nullable) === 'false');
  const value = missing ? evaluateValue(standard, EMPTY_SCOPE) : given;
  return conform(
    typeof type === 'string' ? typeOf(type) : undefined,
    value,
    variable.labels[0] ?? '',
  );
}

function typeOf(text: string) {
  return parseText(text.includes('${') ? text : `\${${text}}`);
}
