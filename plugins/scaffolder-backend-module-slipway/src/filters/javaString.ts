import { quoted } from './quoted';

/**
 * Text as a Java string literal. A compiler reads `\uXXXX` before it reads strings, but not after an even number of
 * backslashes; line ends are therefore never written that way.
 *
 * @remarks https://docs.oracle.com/javase/specs/jls/se21/html/jls-3.html#jls-3.3
 */
export function javaString(text: string): string {
  return quoted(text);
}
