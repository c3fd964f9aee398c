import { PolicySubject } from './PolicyRule';
import { UNKNOWN_TEXT } from './toPolicyValues';

/** A rule asked for what only an apply tells. */
export class UnknownValueError extends Error {
  constructor() {
    super('The value is known after apply');
    this.name = 'UnknownValueError';
  }
}

/** What only an apply tells: that it is there can be asked, what it is cannot. */
export class UnknownPart {
  static readonly value = new Proxy(new UnknownPart(), {
    getOwnPropertyDescriptor: refuseUnknown,
    has: refuseUnknown,
    ownKeys: refuseUnknown,
  });
}

/** @throws UnknownValueError */
export function refuseUnknown(): never {
  throw new UnknownValueError();
}

/**
 * A subject in which nobody can take what is unknown for a value: to ask for it is an error, which CEL passes on
 * unless the other side of `&&` or `||`, or another item of a list, decides.
 */
export function hideUnknown(subject: PolicySubject): PolicySubject {
  const { values, pod } = subject;
  return {
    ...subject,
    values: hideIn(values),
    ...(pod ? { pod: hideIn(pod) } : {}),
  };
}

function hideIn(
  record: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(record).map(([name, value]) => [name, hide(value)]),
  );
}

function hide(value: unknown): unknown {
  if (value === UNKNOWN_TEXT) return UnknownPart.value;
  if (Array.isArray(value)) return value.map(hide);
  return typeof value === 'object' && value !== null
    ? hideIn({ ...value })
    : value;
}
