import { escapeText } from './escapeText';

/** Text as an interpreted Go string literal, see https://go.dev/ref/spec#String_literals */
export function goString(text: string): string {
  const escaped = escapeText(text, {
    '"': '\\"',
    '\\': '\\\\',
    '\n': '\\n',
    '\r': '\\r',
    '\t': '\\t',
  });
  return `"${escaped}"`;
}
