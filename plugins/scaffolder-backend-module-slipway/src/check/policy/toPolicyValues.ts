import {
  fromJson,
  HclValue,
  isList,
  isRecord,
  UNKNOWN,
  UNKNOWN_TEXT,
} from '../hcl/HclValue';

/** Values as rules see them: absent for null, JSON in text opened up, and a word for what is unknown. */
export function toPolicyValues(
  values: Readonly<Record<string, HclValue>>,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values)
      .filter(([, value]) => value !== null)
      .map(([key, value]) => [key, toPolicyValue(value)]),
  );
}

function toPolicyValue(value: HclValue): unknown {
  if (value === UNKNOWN) return UNKNOWN_TEXT;
  if (isList(value)) return value.map(toPolicyValue);
  if (isRecord(value)) return toPolicyValues(value);
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
