import { maskSecrets } from '../masking/secretPatterns';

/** What differs between two messages that failed alike, the most telling first. */
const VARIABLE: ReadonlyArray<readonly [RegExp, string]> = [
  [
    /\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/gi,
    '<id>',
  ],
  [/\barn:aws[\w-]{0,10}:\S{1,300}/g, '<arn>'],
  [/\b[\w.+-]{1,64}@[\w-]{1,63}\.[\w.-]{1,63}/g, '<email>'],
  [
    /\b\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})?)?/g,
    '<time>',
  ],
  [/\b\d{1,3}(?:\.\d{1,3}){3}(?::\d{1,5})?\b/g, '<ip>'],
  [/\b(?:0x[0-9a-f]{4,64}|(?=[a-f]{0,64}\d)[0-9a-f]{8,64})\b/gi, '<id>'],
  // Ids such as ord_8Fk2: letters and digits mixed, a digit behind a dash or underscore.
  [/(?<=[_#-])(?=[a-z]{0,30}\d)[a-z\d]{3,64}\b/gi, '<id>'],
  [/\d{1,100}(?:[.,]\d{1,100}){0,8}/g, '<n>'],
];

/** Longer titles tell no more. */
const MAX_LENGTH = 200;

/** Text on one line without what differs from message to message: numbers, ids, times, addresses. */
export function normalise(text: string): string {
  // Secrets first: without their digits they would not be known any more.
  const { text: safe } = maskSecrets(text.slice(0, 4_000));
  const line = safe.replace(/\s+/g, ' ').trim();
  const plain = VARIABLE.reduce(
    (rest, [pattern, name]) => rest.replace(pattern, name),
    line,
  );
  return plain.length > MAX_LENGTH
    ? `${plain.slice(0, MAX_LENGTH - 1)}…`
    : plain;
}
