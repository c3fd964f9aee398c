import { Millis } from '../../world/types';
import { PromqlError } from './PromqlError';

const DURATION =
  /^(?:(\d+)y)?(?:(\d+)w)?(?:(\d+)d)?(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?(?:(\d+)ms)?$/;
const UNITS: readonly Millis[] = [
  365 * 86_400_000,
  7 * 86_400_000,
  86_400_000,
  3_600_000,
  60_000,
  1_000,
  1,
];

/** Milliseconds of a Prometheus duration such as `1h30m`; undefined when it is none. */
export function parseDuration(text: string): Millis | undefined {
  const match = text === '' ? undefined : DURATION.exec(text);
  if (!match) return undefined;
  return UNITS.reduce(
    (sum, unit, index) => sum + unit * Number(match[index + 1] ?? 0),
    0,
  );
}

/** Value of a PromQL number: decimal, hexadecimal, `Inf`, `NaN`. */
export function parseNumber(text: string): number {
  const lower = text.toLowerCase();
  if (lower === 'nan') return Number.NaN;
  if (lower === 'inf' || lower === '+inf') return Number.POSITIVE_INFINITY;
  if (/^(0x[\da-f]+|(\d+\.?\d*|\.\d+)(e[+-]?\d+)?)$/.test(lower)) {
    return Number(lower);
  }
  throw PromqlError.unsupported(`The number '${text}'`);
}

const ESCAPES: Readonly<Record<string, string>> = {
  a: '\u0007',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '\\': '\\',
  '"': '"',
  "'": "'",
};

/** Text of a PromQL string literal in double quotes, single quotes or backticks. */
export function parseString(literal: string): string {
  const body = literal.slice(1, -1);
  if (literal.startsWith('`')) return body;
  return body.replace(
    /\\(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8})|([0-7]{3})|(.?))/gsu,
    (_, hex, short, long, octal, single) => {
      const code = hex ?? short ?? long;
      if (code !== undefined) return String.fromCodePoint(parseInt(code, 16));
      if (octal !== undefined) {
        return String.fromCodePoint(parseInt(octal, 8));
      }
      const escaped = ESCAPES[single];
      if (escaped === undefined) {
        throw PromqlError.badData(
          `parse error: unknown escape sequence U+005C in ${literal}`,
        );
      }
      return escaped;
    },
  );
}
