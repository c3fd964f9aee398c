import { Scope } from '../hcl/evaluate';
import { isList, isObject, Unknown, Value, ValueObject } from '../hcl/Value';
import { evaluateJson, isArray } from './evaluateJson';
import { Body, Json } from './moduleSchema';

/** Arguments that Terraform itself takes; the rest are the provider's. */
const metaArguments = [
  'count',
  'for_each',
  'provider',
  'depends_on',
  'lifecycle',
  'provisioner',
  'connection',
];

/** Values of the provider's arguments of a resource. Those that are null are left out. */
export function resourceValues(
  body: Body,
  scope: Scope,
): Readonly<Record<string, Value>> {
  const values: Record<string, Value> = {};
  for (const [name, json] of Object.entries(body)) {
    if (metaArguments.includes(name)) continue;
    if (name === 'dynamic' && isPlain(json)) {
      for (const [block, definitions] of Object.entries(json)) {
        const made = isArray(definitions)
          ? definitions.flatMap(entry => dynamicBlocks(block, entry, scope))
          : [];
        const before = values[block];
        values[block] = [...(before && isList(before) ? before : []), ...made];
      }
    } else {
      const value = evaluateJson(json, scope);
      if (value !== null) values[name] = value;
    }
  }
  return values;
}

function isPlain(json: Json): json is { readonly [key: string]: Json } {
  return typeof json === 'object' && json !== null && !isArray(json);
}

/** https://developer.hashicorp.com/terraform/language/expressions/dynamic-blocks */
function dynamicBlocks(block: string, definition: Json, scope: Scope): Value[] {
  if (!isPlain(definition)) return [];
  const { for_each: each = [], iterator, content } = definition;
  const over = evaluateJson(each, scope);
  if (over instanceof Unknown) return [over];
  const name =
    typeof iterator === 'string' ? iterator.replace(/[${}]/g, '') : block;
  const [template] = isArray(content) ? content : [];
  if (!isPlain(template)) return [];
  return entriesOf(over).map(([key, value]) =>
    resourceValues(template, wanted =>
      wanted === name ? { key, value } : scope(wanted),
    ),
  );
}

function entriesOf(value: Value): Array<[Value, Value]> {
  if (isList(value)) return value.map((item, i) => [i, item]);
  return isObject(value) ? Object.entries(value as ValueObject) : [];
}
