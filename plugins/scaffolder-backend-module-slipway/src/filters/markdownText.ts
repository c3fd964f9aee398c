/**
 * Text for one line of Markdown: stays on that line, opens no HTML and no comment, and mentions nobody.
 *
 * @remarks https://spec.commonmark.org/0.31.2/#backslash-escapes
 */
export function markdownText(text: string): string {
  return (
    text
      .replace(/\p{Cs}/gu, '\ufffd')
      .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
      .replace(/[\\`*_[\]|]/g, '\\$&')
      // So that it cannot end a block comment of code either.
      .replaceAll('*/', '*\\/')
      .replace(/&/g, '&amp;')
      .replace(/</g, '&lt;')
      .replace(/>/g, '&gt;')
      .replace(/@/g, '&#64;')
      .trim()
  );
}
