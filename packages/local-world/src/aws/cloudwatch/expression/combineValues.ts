import {
  isList,
  mapSeries,
  mapValue,
  MathSeries,
  MathValue,
} from './MathValue';

const truth = (holds: boolean) => (holds ? 1 : 0);

const operators: Readonly<Record<string, (a: number, b: number) => number>> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
  '^': (a, b) => a ** b,
  '==': (a, b) => truth(a === b),
  '!=': (a, b) => truth(a !== b),
  '<': (a, b) => truth(a < b),
  '<=': (a, b) => truth(a <= b),
  '>': (a, b) => truth(a > b),
  '>=': (a, b) => truth(a >= b),
  '&&': (a, b) => truth(a !== 0 && b !== 0),
  AND: (a, b) => truth(a !== 0 && b !== 0),
  '||': (a, b) => truth(a !== 0 || b !== 0),
  OR: (a, b) => truth(a !== 0 || b !== 0),
};

/** Two series meet where both have a value. */
const join = (
  left: MathSeries,
  right: MathSeries,
  operate: (a: number, b: number) => number,
) =>
  mapSeries(left, (value, time) => {
    const other = right.points.get(time);
    return other === undefined ? undefined : operate(value, other);
  });

/** Applies a binary operator; of two lists nothing sensible can be made, which the caller reports. */
export function combineValues(
  operator: string,
  left: MathValue,
  right: MathValue,
): MathValue | undefined {
  const operate = operators[operator];
  if (typeof right === 'number') {
    return mapValue(left, value => operate(value, right));
  }
  if (typeof left === 'number') {
    return mapValue(right, value => operate(left, value));
  }
  if (isList(left)) {
    return isList(right)
      ? undefined
      : left.map(series => join(series, right, operate));
  }
  return isList(right)
    ? right.map(series => join(left, series, operate))
    : join(left, right, operate);
}
