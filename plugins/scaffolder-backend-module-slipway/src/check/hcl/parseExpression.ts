import { Expression, UnsupportedExpressionError } from './Expression';
import { readExpression } from './readExpression';
import { readTemplate } from './readTemplate';
import { TextCursor } from './TextCursor';

/** What the reader does not know: evaluates to something unknown, never to something wrong. */
export const UNREADABLE: Expression = { kind: 'name', name: '?' };

const CACHED_TEXTS = 20_000;
const cache = new Map<string, Expression>();

/**
 * Parses a value as `hcl2json` gives it: text in which `${…}` stands for expressions.
 *
 * @remarks Text repeats a lot among the roots of a service, and a tree is immutable: hence the cache.
 */
export function parseExpression(text: string): Expression {
  const known = cache.get(text);
  if (known) return known;
  if (cache.size >= CACHED_TEXTS) cache.clear();
  const parsed = parse(text);
  cache.set(text, parsed);
  return parsed;
}

function parse(text: string): Expression {
  if (!text.includes('{')) return { kind: 'literal', value: text };
  try {
    return readTemplate(new TextCursor(text), readExpression, {
      quoted: false,
    });
  } catch (error) {
    if (error instanceof UnsupportedExpressionError) return UNREADABLE;
    throw error;
  }
}
