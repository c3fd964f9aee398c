import { quoted } from './quoted';

/**
 * Text as a TypeScript string literal, in single quotes unless double ones need fewer escapes, as Prettier leaves it.
 *
 * @remarks https://tc39.es/ecma262/#sec-literals-string-literals
 */
export function tsString(text: string): string {
  const double = quoted(text);
  if (count(text, "'") > count(text, '"')) return double;
  const inner = double.slice(1, -1).replaceAll('\\"', '"');
  return `'${inner.replaceAll("'", "\\'")}'`;
}

function count(text: string, char: string): number {
  return text.split(char).length - 1;
}
