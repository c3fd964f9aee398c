import { isIban, isLuhn } from './checksums';
import { MaskedText } from './Masker';

/** What stands in the place of a secret. */
export const MASK = '[masked]';

interface SecretPattern {
  /** No repeat stands inside of another and all are bounded, so that time grows with the length of the text only. */
  readonly pattern: RegExp;
  /** Text to show instead, or undefined to leave the match as it is. */
  readonly show: (match: string, ...groups: string[]) => string | undefined;
}

const whole = () => MASK;

/** `Bearer` and `Basic` are words of English too: what follows has to look like no word. */
function scheme(match: string, name: string, space: string) {
  const value = match.slice(name.length + space.length);
  return /[\d._~+/=]/.test(value) || value.length > 24
    ? `${name}${space}${MASK}`
    : undefined;
}

/** Cards start with 2 to 6 and have 14 digits at least: times in milliseconds or microseconds do not. */
function card(match: string): string | undefined {
  const digits = match.replace(/[ -]/g, '');
  const likely = digits.length >= 14 && digits.length <= 19;
  return likely && isLuhn(digits) ? MASK : undefined;
}

/** Secrets told by what they look like, wherever they stand. First come, first served. */
const SECRET_PATTERNS: readonly SecretPattern[] = [
  {
    pattern:
      /-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----[^-]{0,20000}(?:-----END [A-Z ]{0,30}PRIVATE KEY-----)?/g,
    show: whole,
  },
  {
    pattern: /\beyJ[\w-]{5,8000}\.[\w-]{5,16000}(?:\.[\w-]{0,8000}){0,3}/g,
    show: whole,
  },
  {
    pattern: /\b(Bearer|Basic)(\s{1,5})[\w.~+/=-]{8,8000}/gi,
    show: scheme,
  },
  { pattern: /\b(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16}\b/g, show: whole },
  {
    pattern:
      /\b(?:gh[pousr]_\w{20,255}|github_pat_\w{20,255}|glpat-[\w-]{20,64}|xox[abprs]-[\w-]{10,255}|sk_(?:live|test)_\w{10,255})/g,
    show: whole,
  },
  {
    pattern:
      /(\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s:/@"'<>]{0,200}:)[^\s/@"'<>]{1,200}@/gi,
    show: (_, start) => `${start}${MASK}@`,
  },
  { pattern: /(?<![\w.])[2-6]\d{3}(?:[ -]?\d){10,15}(?![\w])/g, show: card },
  {
    pattern: /\b[A-Z]{2}\d{2}[A-Z0-9]{11,30}\b/g,
    show: match => (isIban(match) ? MASK : undefined),
  },
  {
    pattern:
      /((?:passw(?:or)?d|passphrase|secret|token|api[_-]?key|authorization|credential|private[_-]?key|card[_-]?number|\bpwd|\bcvv2?|\bcvc|\bssn)[\w.-]{0,20}\\?["']?\s{0,5}[=:]\s{0,5})(\\?["']?)(?!\[masked\])[^\s,;&"'\\}\])]{1,2000}/gi,
    show: (_, name, quote) => `${name}${quote}${MASK}`,
  },
];

/** Hides all that looks like a secret. */
export function maskSecrets(text: string): MaskedText {
  let masked = 0;
  const shown = SECRET_PATTERNS.reduce(
    (rest, { pattern, show }) =>
      rest.replace(pattern, (match, ...groups) => {
        const instead = show(match, ...groups);
        masked += instead === undefined ? 0 : 1;
        return instead ?? match;
      }),
    text,
  );
  return { text: shown, masked };
}
