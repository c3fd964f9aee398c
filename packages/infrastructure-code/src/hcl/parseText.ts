import { Expression } from './Expression';
import { ExpressionParser } from './ExpressionParser';

const CACHED_TEXTS = 20_000;
const cache = new Map<string, Expression>();

/**
 * Parses a value as `hcl2json` gives it: text in which `${…}` stands for expressions.
 *
 * @remarks Text repeats a lot among the roots of a service, and a tree is immutable: hence the cache.
 * @throws ExpressionError
 */
export function parseText(text: string): Expression {
  const known = cache.get(text);
  if (known) return known;
  const parsed = ExpressionParser.parseJsonString(text);
  if (cache.size >= CACHED_TEXTS) cache.clear();
  cache.set(text, parsed);
  return parsed;
}
