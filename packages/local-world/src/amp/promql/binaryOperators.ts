type Arithmetic = (left: number, right: number) => number;
type Comparison = (left: number, right: number) => boolean;

const arithmetic: Readonly<Record<string, Arithmetic | undefined>> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
  '%': (a, b) => a % b,
  '^': (a, b) => a ** b,
};

const comparisons: Readonly<Record<string, Comparison | undefined>> = {
  '==': (a, b) => a === b,
  '!=': (a, b) => a !== b,
  '>': (a, b) => a > b,
  '<': (a, b) => a < b,
  '>=': (a, b) => a >= b,
  '<=': (a, b) => a <= b,
};

export const COMPARISONS = Object.keys(comparisons);
export const SET_OPERATORS: readonly string[] = ['and', 'or', 'unless'];
export const BINARY_OPERATORS: readonly string[] = [
  ...Object.keys(arithmetic),
  ...COMPARISONS,
  ...SET_OPERATORS,
];

/**
 * Applies an arithmetic operator or a comparison to two numbers.
 *
 * A comparison answers 1 or 0 with `bool`; without, it answers `kept` or undefined (filtered out).
 */
export function applyOperator(
  operator: string,
  bool: boolean,
  left: number,
  right: number,
  kept: number,
): number | undefined {
  const compute = arithmetic[operator];
  if (compute) return compute(left, right);
  const holds = comparisons[operator]?.(left, right) ?? false;
  if (bool) return holds ? 1 : 0;
  return holds ? kept : undefined;
}

/** Whether results lose their metric name: they are no longer values of that metric. */
export function dropsMetricName(operator: string, bool: boolean): boolean {
  return bool || arithmetic[operator] !== undefined;
}
