import { PolicySubject } from './PolicyRule';
import { UNKNOWN_TEXT } from './toPolicyValues';

/** A rule asked for what only an apply tells. */
export class UnknownValueError extends Error {
  constructor() {
    super('The value is known after apply');
    this.name = 'UnknownValueError';
  }
}

/** An item of a list that only an apply tells. */
export class UnknownPart {}

/**
 * A subject in which nobody can take what is unknown for a value: asking for it is an error, which CEL passes on
 * unless the other side of `&&` or `||`, or another item of a list, decides.
 */
export function hideUnknown(subject: PolicySubject): PolicySubject {
  const { values, pod } = subject;
  return {
    ...subject,
    values: hidden(values),
    ...(pod ? { pod: hidden(pod) } : {}),
  };
}

function hidden(
  record: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const result: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(record)) {
    Object.defineProperty(result, name, {
      enumerable: true,
      ...(value === UNKNOWN_TEXT ? { get: refuse } : { value: part(value) }),
    });
  }
  return result;
}

function part(value: unknown): unknown {
  if (value === UNKNOWN_TEXT) return new UnknownPart();
  if (Array.isArray(value)) return value.map(part);
  return typeof value === 'object' && value !== null
    ? hidden({ ...value })
    : value;
}

function refuse(): never {
  throw new UnknownValueError();
}
