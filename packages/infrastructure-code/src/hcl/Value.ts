/** What is known only after apply, or what an evaluation does not understand. */
export class Unknown {
  static readonly value = new Unknown();

  /** @param sketch - of JSON in text, what is in it, with the parts that are not known */
  constructor(readonly sketch?: Value) {}
}

/** A value of a Terraform expression. Sets are lists here. */
export type Value =
  | string
  | number
  | boolean
  | null
  | Unknown
  | readonly Value[]
  | ValueObject;

export interface ValueObject {
  readonly [key: string]: Value;
}

export function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}

export function isObject(value: Value): value is ValueObject {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof Unknown)
  );
}

/** Whether a value, or a part of it, is unknown. */
export function hasUnknown(value: Value): boolean {
  if (value instanceof Unknown) return true;
  if (isList(value)) return value.some(hasUnknown);
  return isObject(value) && Object.values(value).some(hasUnknown);
}

/** What Terraform would report as an error of the configuration. */
export class EvaluationError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'EvaluationError';
  }
}

/** A value as text, as a template shows it. */
export function toText(value: Value): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') {
    return String(value);
  }
  throw new EvaluationError(
    'Invalid template interpolation value: a string is required',
  );
}

/** Equality as `==` has it: by content. */
export function sameValue(a: Value, b: Value): boolean {
  if (isList(a) && isList(b)) {
    return a.length === b.length && a.every((item, i) => sameValue(item, b[i]));
  }
  if (isObject(a) && isObject(b)) {
    const keys = Object.keys(a);
    return (
      keys.length === Object.keys(b).length &&
      keys.every(key => Object.hasOwn(b, key) && sameValue(a[key], b[key]))
    );
  }
  return a === b;
}

/** Parsed JSON or YAML as a value; what neither can hold is null. */
export function fromJson(json: unknown): Value {
  if (Array.isArray(json)) return json.map(fromJson);
  if (typeof json === 'object' && json !== null) {
    return Object.fromEntries(
      Object.entries(json).map(([key, value]) => [key, fromJson(value)]),
    );
  }
  return typeof json === 'string' ||
    typeof json === 'number' ||
    typeof json === 'boolean'
    ? json
    : null;
}
