const UNITS: ReadonlyMap<string, number> = new Map([
  ['', 1],
  ['n', 1e-9],
  ['u', 1e-6],
  ['m', 1e-3],
  ['k', 1e3],
  ['M', 1e6],
  ['G', 1e9],
  ['T', 1e12],
  ['P', 1e15],
  ['Ki', 2 ** 10],
  ['Mi', 2 ** 20],
  ['Gi', 2 ** 30],
  ['Ti', 2 ** 40],
  ['Pi', 2 ** 50],
  ['%', 1],
]);

/**
 * A number or quantity; undefined for other text. https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/
 */
export function quantityOf(value: unknown): number | undefined {
  if (typeof value === 'number') return value;
  if (typeof value !== 'string') return undefined;
  const match = /^([+-]?\d{1,15}(?:\.\d{1,9})?)([a-zA-Z%]{0,2})$/.exec(value);
  const unit = match ? UNITS.get(match[2]) : undefined;
  return match && unit !== undefined ? Number(match[1]) * unit : undefined;
}
