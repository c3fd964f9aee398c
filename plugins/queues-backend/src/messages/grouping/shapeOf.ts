import { Cause, MessageContent } from './Cause';
import { normalise } from './normalise';

/** Levels and fields that make the shape of JSON. */
const MAX_DEPTH = 4;
const MAX_FIELDS = 40;
/** Fields that a title names. */
const NAMED = 4;

/** Keys and types of JSON as one text: `{amount:number,items:[{sku:string}]}`. Lists count by their first item. */
function describe(value: unknown, depth: number): string {
  if (Array.isArray(value)) {
    return value.length === 0 || depth >= MAX_DEPTH
      ? '[]'
      : `[${describe(value[0], depth + 1)}]`;
  }
  if (typeof value !== 'object' || value === null) {
    return value === null ? 'null' : typeof value;
  }
  if (depth >= MAX_DEPTH) return '{}';
  const fields = Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .slice(0, MAX_FIELDS)
    .map(([name, inner]) => `${normalise(name)}:${describe(inner, depth + 1)}`);
  return `{${fields.join(',')}}`;
}

/** The shape of a body, for messages that say nothing about what went wrong. */
export function shapeOf(content: MessageContent): Cause & { shape: string } {
  const { json, text, bytes } = content;
  if (json) {
    const names = Array.isArray(json) ? [] : Object.keys(json);
    const some = names.slice(0, NAMED).map(normalise).join(', ');
    const more = names.length > NAMED ? ', …' : '';
    const title = some ? `JSON with ${some}${more}` : 'JSON list';
    return { by: 'shape', title, shape: describe(json, 0) };
  }
  if (text !== undefined) {
    const start = normalise(text);
    return { by: 'shape', title: start || 'Empty body', shape: start };
  }
  const size =
    bytes < 1_024
      ? 'under 1 KB'
      : `about ${2 ** Math.round(Math.log2(bytes / 1_024))} KB`;
  return { by: 'shape', title: `Binary data, ${size}`, shape: size };
}
