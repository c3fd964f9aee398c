/** Stands for what is known after an apply only, or what the evaluation does not understand. */
export const UNKNOWN = Symbol('unknown');

/** A value of Terraform. Sets and tuples are lists, objects and maps are records. */
export type HclValue =
  | string
  | number
  | boolean
  | null
  | typeof UNKNOWN
  | readonly HclValue[]
  | HclRecord;

export interface HclRecord {
  readonly [key: string]: HclValue;
}

export function isList(value: HclValue): value is readonly HclValue[] {
  return Array.isArray(value);
}

export function isRecord(value: HclValue): value is HclRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** True when no part of it is unknown. */
export function isKnown(value: HclValue): boolean {
  if (isList(value)) return value.every(isKnown);
  if (isRecord(value)) return Object.values(value).every(isKnown);
  return value !== UNKNOWN;
}

/** An unknown part, as text that plans show. */
export const UNKNOWN_TEXT = '(known after apply)';

/** JSON, in which what is unknown is {@link UNKNOWN_TEXT}. */
export function toJsonText(value: HclValue): string {
  return JSON.stringify(value, (_, part) =>
    part === UNKNOWN ? UNKNOWN_TEXT : part,
  );
}

/** Parsed JSON as a value. */
export function fromJson(json: unknown): HclValue {
  if (Array.isArray(json)) return json.map(fromJson);
  if (typeof json === 'object' && json !== null) {
    return Object.fromEntries(
      Object.entries(json).map(([key, value]) => [key, fromJson(value)]),
    );
  }
  if (
    typeof json === 'string' ||
    typeof json === 'number' ||
    typeof json === 'boolean'
  ) {
    return json;
  }
  return null;
}

/** Deep equality of Terraform's `==`; unknown when either holds something unknown. */
export function equals(left: HclValue, right: HclValue): HclValue {
  if (!isKnown(left) || !isKnown(right)) return UNKNOWN;
  return canonical(left) === canonical(right);
}

function canonical(value: HclValue): string {
  if (isList(value)) return `[${value.map(canonical).join()}]`;
  if (isRecord(value)) {
    const entries = Object.entries(value).map(
      ([key, part]) => `${JSON.stringify(key)}:${canonical(part)}`,
    );
    return `{${entries.sort().join()}}`;
  }
  return String(JSON.stringify(value));
}
