import { evaluate, Scope } from '../hcl/evaluate';
import { Expression } from '../hcl/Expression';
import { ExpressionParser } from '../hcl/ExpressionParser';
import { hasUnknown, toText, Unknown, Value } from '../hcl/Value';
import { Json } from './moduleSchema';

const parsed = new Map<string, Expression>();

/** The same few expressions come again at every plan. */
function parse(text: string): Expression {
  const known = parsed.get(text);
  if (known) return known;
  const expression = ExpressionParser.parseJsonString(text);
  if (parsed.size > 5_000) parsed.clear();
  parsed.set(text, expression);
  return expression;
}

/** The value of what hcl2json wrote, with the expressions in it evaluated. */
export function evaluateJson(json: Json, scope: Scope): Value {
  if (typeof json === 'string') {
    return /[$%]\{/.test(json) ? evaluate(parse(json), scope) : json;
  }
  if (json === null || typeof json !== 'object') return json;
  if (isArray(json)) return json.map(item => evaluateJson(item, scope));
  const entries: Array<[string, Value]> = [];
  for (const [key, value] of Object.entries(json)) {
    const name = evaluateJson(key, scope);
    if (hasUnknown(name)) return Unknown.value;
    entries.push([toText(name), evaluateJson(value, scope)]);
  }
  return Object.fromEntries(entries);
}

export function isArray(json: Json): json is readonly Json[] {
  return Array.isArray(json);
}
