import { InputError } from '@backstage/errors';

const LONGEST = 256;

/**
 * Writes a value as a PromQL string literal, quotes included, so that it can only ever be a value.
 *
 * @remarks Escapes as in https://prometheus.io/docs/prometheus/latest/querying/basics/#string-literals
 * @throws InputError when the value is too long or holds control characters or lone surrogates.
 */
export function promString(value: string): string {
  if (value.length === 0 || value.length > LONGEST) {
    throw new InputError(
      `A value for a metrics query must have 1 to ${LONGEST} characters, this one has ${value.length}`,
    );
  }
  if (/[\p{Cc}\p{Cs}\u2028\u2029]/u.test(value)) {
    throw new InputError(
      'A value for a metrics query must not hold control characters or half characters',
    );
  }
  return `"${value.replace(/[\\"]/g, character => `\\${character}`)}"`;
}
