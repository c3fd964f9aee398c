import { fromJson, isList, isObject, Unknown, Value } from '../hcl/Value';

/** What only an apply tells, as plans show it. */
export const UNKNOWN_TEXT = '(known after apply)';

/** Values as rules see them: absent for null, JSON in text opened up, and a word for what is unknown. */
export function toPolicyValues(
  values: Readonly<Record<string, Value>>,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values)
      .filter(([, value]) => value !== null)
      .map(([key, value]) => [key, toPolicyValue(value)]),
  );
}

function toPolicyValue(value: Value): unknown {
  if (value instanceof Unknown) {
    return value.sketch === undefined
      ? UNKNOWN_TEXT
      : toPolicyValue(value.sketch);
  }
  if (isList(value)) return value.map(toPolicyValue);
  if (isObject(value)) return toPolicyValues(value);
  return typeof value === 'string' ? opened(value) : value;
}

/** Policies and container definitions are JSON in an attribute of text. */
function opened(text: string): unknown {
  if (!/^\s*[[{]/.test(text)) return text;
  try {
    return toPolicyValue(fromJson(JSON.parse(text)));
  } catch {
    return text;
  }
}
