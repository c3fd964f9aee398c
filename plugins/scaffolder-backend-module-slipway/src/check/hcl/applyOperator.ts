import { equals, HclValue, isKnown, UNKNOWN } from './HclValue';

const ARITHMETIC: Readonly<
  Record<string, (left: number, right: number) => HclValue>
> = {
  '+': (left, right) => left + right,
  '-': (left, right) => left - right,
  '*': (left, right) => left * right,
  '/': (left, right) => left / right,
  '%': (left, right) => left % right,
  '>': (left, right) => left > right,
  '<': (left, right) => left < right,
  '>=': (left, right) => left >= right,
  '<=': (left, right) => left <= right,
};

/** Applies an operator of one or two sides. */
export function applyOperator(
  operator: string,
  left: HclValue,
  right?: HclValue,
): HclValue {
  if (right === undefined) return applyUnary(operator, left);
  switch (operator) {
    case '==':
      return equals(left, right);
    case '!=':
      return negate(equals(left, right));
    // False and true decide alone, as far as the other side is unknown.
    case '&&':
      if (left === false || right === false) return false;
      return left === UNKNOWN || right === UNKNOWN ? UNKNOWN : true;
    case '||':
      if (left === true || right === true) return true;
      return left === UNKNOWN || right === UNKNOWN ? UNKNOWN : false;
    default:
      return isKnown(left) && isKnown(right)
        ? ARITHMETIC[operator]?.(Number(left), Number(right)) ?? UNKNOWN
        : UNKNOWN;
  }
}

function applyUnary(operator: string, value: HclValue): HclValue {
  if (operator === '!') return negate(value);
  return value === UNKNOWN ? UNKNOWN : -Number(value);
}

function negate(value: HclValue): HclValue {
  return value === UNKNOWN ? UNKNOWN : value !== true;
}
