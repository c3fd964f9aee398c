/** A node of an OpenAPI 3.0 or a JSON schema. */
export type SchemaNode = Readonly<Record<string, unknown>>;

const isNode = (value: unknown): value is SchemaNode =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const COMBINATORS = ['allOf', 'anyOf', 'oneOf'];

/** Where a schema of the description is found after {@link toJsonSchema}: as one that allows other keys, or does not. */
const placeOf = (ref: string, closed: boolean) =>
  ref.replace(
    '#/components/schemas/',
    `github#/${closed ? 'closed' : 'open'}/`,
  );

function nullable(schema: SchemaNode): SchemaNode {
  const { type, enum: values } = schema;
  if (typeof type !== 'string') {
    return { anyOf: [schema, { type: 'null' }] };
  }
  return {
    ...schema,
    type: [type, 'null'],
    ...(Array.isArray(values) && { enum: [...values, null] }),
  };
}

function mapValues(value: unknown, map: (node: unknown) => unknown) {
  return isNode(value)
    ? Object.fromEntries(Object.entries(value).map(([k, v]) => [k, map(v)]))
    : value;
}

/**
 * A schema of OpenAPI 3.0 as JSON schema 2019-09. When `closed`, keys that the description does not know are not
 * valid: a key with a typing error is found, on both sides of the wire. GitHub says `oneOf` where several may fit.
 */
export function toJsonSchema(node: unknown, closed: boolean): unknown {
  if (!isNode(node)) return node;
  if (typeof node.$ref === 'string') {
    return { $ref: placeOf(node.$ref, closed) };
  }
  const inner = (value: unknown) => toJsonSchema(value, true);
  const same = (value: unknown) => toJsonSchema(value, false);
  const converted = Object.fromEntries(
    Object.entries(node)
      .filter(([key]) => key !== 'nullable')
      .map(([key, value]) => {
        if (key === 'properties') return [key, mapValues(value, inner)];
        if (key === 'items' || key === 'additionalProperties') {
          return [key, inner(value)];
        }
        return COMBINATORS.includes(key) && Array.isArray(value)
          ? [key === 'oneOf' ? 'anyOf' : key, value.map(same)]
          : [key, value];
      }),
  );
  const describesKeys =
    'properties' in node || COMBINATORS.some(name => name in node);
  const schema =
    closed && describesKeys && !('additionalProperties' in node)
      ? { ...converted, unevaluatedProperties: false }
      : converted;
  return node.nullable ? nullable(schema) : schema;
}
