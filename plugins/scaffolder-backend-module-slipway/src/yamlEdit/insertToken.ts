import { position } from './position';

const TOKEN = /[^\s,'"]+/g;

/**
 * Text of a list that is separated by commas, in any of the styles of YAML, with one more entry before the first that
 * comes after it. The same text when it is there already.
 */
export function insertToken(
  text: string,
  token: string,
  isToken: (text: string) => boolean,
): string {
  const tokens = [...text.matchAll(TOKEN)].filter(([found]) => isToken(found));
  const texts = tokens.map(([found]) => found);
  if (texts.includes(token)) return text;
  const index = position(texts, token);
  const next = tokens[index];
  if (next) {
    return `${text.slice(0, next.index)}${token},${text.slice(next.index)}`;
  }
  const last = tokens.at(-1);
  if (!last) return token;
  const end = last.index + last[0].length;
  return `${text.slice(0, end)},${token}${text.slice(end)}`;
}
