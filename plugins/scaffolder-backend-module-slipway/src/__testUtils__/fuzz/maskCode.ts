/** Code with its string literals and comments taken out, and these in their order. */
export interface MaskedCode {
  readonly code: string;
  readonly masked: readonly string[];
}

const LITERALS =
  /"""[\s\S]*?"""|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`|\/\/[^\n]*|\/\*[\s\S]*?\*\//g;

/** Masks Java, Go or TypeScript. */
export function maskCode(text: string, extension: string): MaskedCode {
  const masked: string[] = [];
  const source = extension === 'java' ? decodeUnicodeEscapes(text) : text;
  const code = source.replace(LITERALS, literal => {
    masked.push(literal);
    return literal.slice(0, 1) === '/' ? ' ' : '§';
  });
  return { code, masked };
}

/** Java reads these before anything else, https://docs.oracle.com/javase/specs/jls/se21/html/jls-3.html#jls-3.3 */
function decodeUnicodeEscapes(text: string): string {
  return text.replace(
    /(?<!\\)((?:\\\\)*)\\u+([0-9a-fA-F]{4})/g,
    (_, before: string, code: string) =>
      before + String.fromCharCode(parseInt(code, 16)),
  );
}
