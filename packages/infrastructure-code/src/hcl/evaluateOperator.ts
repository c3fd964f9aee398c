import { Expression } from './Expression';
import { Scope } from './Scope';
import {
  EvaluationError,
  hasUnknown,
  sameValue,
  Unknown,
  Value,
} from './Value';

type Operator = Extract<Expression, { kind: 'unary' | 'binary' }>;
type Evaluate = (expression: Expression, scope: Scope) => Value;

function toNumber(value: Value): number {
  const number = typeof value === 'string' ? Number(value || NaN) : value;
  if (typeof number === 'number' && !Number.isNaN(number)) return number;
  throw new EvaluationError('Unsuitable value: a number is required');
}

function toBoolean(value: Value): boolean {
  if (value === true || value === 'true') return true;
  if (value === false || value === 'false') return false;
  throw new EvaluationError('Unsuitable value: a bool is required');
}

const operators: Readonly<Record<string, (a: Value, b: Value) => Value>> = {
  '==': sameValue,
  '!=': (a, b) => !sameValue(a, b),
  '<': (a, b) => toNumber(a) < toNumber(b),
  '>': (a, b) => toNumber(a) > toNumber(b),
  '<=': (a, b) => toNumber(a) <= toNumber(b),
  '>=': (a, b) => toNumber(a) >= toNumber(b),
  '+': (a, b) => toNumber(a) + toNumber(b),
  '-': (a, b) => toNumber(a) - toNumber(b),
  '*': (a, b) => toNumber(a) * toNumber(b),
  '/': (a, b) => toNumber(a) / toNumber(b),
  '%': (a, b) => toNumber(a) % toNumber(b),
};

/** The value of a unary or binary operation. */
export function evaluateOperator(
  expression: Operator,
  scope: Scope,
  evaluate: Evaluate,
): Value {
  if (expression.kind === 'unary') {
    const operand = evaluate(expression.operand, scope);
    if (operand instanceof Unknown) return Unknown.value;
    return expression.op === '-' ? -toNumber(operand) : !toBoolean(operand);
  }
  const left = evaluate(expression.left, scope);
  const right = evaluate(expression.right, scope);
  if (expression.op === '&&' || expression.op === '||') {
    // False and true decide alone, whatever the other side may be.
    const decides = expression.op === '||';
    const known = [left, right].filter(side => !(side instanceof Unknown));
    if (known.some(side => toBoolean(side) === decides)) return decides;
    return known.length === 2 ? !decides : Unknown.value;
  }
  if (hasUnknown(left) || hasUnknown(right)) return Unknown.value;
  return operators[expression.op](left, right);
}
