// What editors, diffs and parsers read as something else than it looks: control characters, the two Unicode line
// ends, the byte order mark, and the marks that turn the direction of text around (https://trojansource.codes).
export const UNPRINTABLE =
  /[\p{Cc}\u2028\u2029\ufeff\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** What no UTF-8 file can hold. @internal */
export const HALF_SURROGATE = /\p{Cs}/gu;

/**
 * Escapes text for a double-quoted literal: the characters of `special` as given, unprintable ones as `\uXXXX`,
 * which HCL, YAML and Go read alike. Half surrogates, which no UTF-8 file can hold, become U+FFFD.
 */
export function escapeText(
  text: string,
  special: Readonly<Record<string, string>>,
): string {
  return text
    .replace(HALF_SURROGATE, '\ufffd')
    .replace(/["\\\n\r\t]/g, char => special[char] ?? char)
    .replace(
      UNPRINTABLE,
      char => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
    );
}
