/** A value that must not be shown. It can only be asked whether it is another one. */
export class MaskedValue {
  readonly #raw: string;

  constructor(raw: unknown) {
    this.#raw = canonicalText(raw);
  }

  /** Text that is the same for the same value: to compare, never to be shown. */
  comparable(): string {
    return `masked ${this.#raw}`;
  }
}

/** A value that only the apply tells, or that is too deeply nested to be looked at. */
export type Blank = 'unknown' | 'too_deep';

/** Stands for values that cannot be told. */
export class BlankValue {
  static readonly unknown = new BlankValue('unknown');
  static readonly tooDeep = new BlankValue('too_deep');

  private constructor(readonly why: Blank) {}
}

/** Attributes of a resource, or a map or block in it. A Map, as keys are anybody's text. */
export type PlanObject = ReadonlyMap<string, PlanValue>;

/** A value of a plan with its marks: what is sensitive or unknown cannot be taken for a value. */
export type PlanValue =
  | string
  | number
  | boolean
  | undefined
  | readonly PlanValue[]
  | PlanObject
  | MaskedValue
  | BlankValue;

/** Levels of nesting that are looked at; what AWS has stays below 20. */
export const MAX_DEPTH = 40;

export function isObjectValue(value: PlanValue): value is PlanObject {
  return value instanceof Map;
}

export function isListValue(value: PlanValue): value is readonly PlanValue[] {
  return Array.isArray(value);
}

/** The same text for the same JSON, however it was ordered; never throws, however deep it is. */
export function canonicalText(value: unknown, depth = 0): string {
  if (depth > MAX_DEPTH) return '"(too deep)"';
  if (value instanceof MaskedValue) return value.comparable();
  if (value instanceof BlankValue) return value.why;
  if (Array.isArray(value)) {
    return `[${value.map(item => canonicalText(item, depth + 1)).join()}]`;
  }
  if (typeof value === 'object' && value !== null) {
    const entries = value instanceof Map ? [...value] : Object.entries(value);
    return `{${entries
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([k, v]) => `${JSON.stringify(k)}:${canonicalText(v, depth + 1)}`)
      .join()}}`;
  }
  return JSON.stringify(value) ?? 'null';
}

/** A value as text for people and comparisons; strings as they are, what is masked or unknown by a word. */
export function valueText(value: PlanValue): string {
  return typeof value === 'string' ? value : jsonText(value);
}

function jsonText(value: PlanValue): string {
  if (value instanceof MaskedValue) return '(sensitive)';
  if (value instanceof BlankValue) {
    return value.why === 'unknown'
      ? '(known after apply)'
      : '(nested too deeply to be shown)';
  }
  if (isListValue(value)) return `[${value.map(jsonText).join()}]`;
  if (isObjectValue(value)) {
    return `{${[...value]
      .map(([key, part]) => `${JSON.stringify(key)}:${jsonText(part)}`)
      .join()}}`;
  }
  return JSON.stringify(value) ?? 'null';
}
