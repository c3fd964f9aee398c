/**
 * Text of an upstream as one line of at most `longest` characters, without control characters; undefined when nothing
 * is left.
 */
export function plainText(
  text: string | undefined,
  longest = 200,
): string | undefined {
  const line = (text ?? '').replace(/[\s\p{Cc}]+/gu, ' ').trim();
  if (!line) return undefined;
  return line.length > longest ? `${line.slice(0, longest - 1)}…` : line;
}
