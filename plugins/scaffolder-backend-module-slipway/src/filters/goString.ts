import { quoted } from './quoted';

/** Text as an interpreted Go string literal, see https://go.dev/ref/spec#String_literals */
export function goString(text: string): string {
  return quoted(text);
}
