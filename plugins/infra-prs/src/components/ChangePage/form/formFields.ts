/** What a form's own schema says of one of its fields. */
export interface FormField {
  readonly title?: string;
  readonly unit?: string;
  /** Names of the values that can be chosen, by their JSON. */
  readonly names: ReadonlyMap<string, string>;
  /** Typed where nobody sees it: its value is never shown, wherever it came from. */
  readonly secret: boolean;
  readonly fields: FormFields;
}

/** The fields of a form by their keys, in its order. */
export type FormFields = ReadonlyMap<string, FormField>;

type Json = Readonly<Record<string, unknown>>;

const MOST_DEPTH = 6;
/** What a schema is put together of; each may bring more fields. */
const PARTS = ['allOf', 'anyOf', 'oneOf', 'then', 'else', 'items'];

function asObject(value: unknown): Json {
  const isObject =
    typeof value === 'object' && value !== null && !Array.isArray(value);
  return isObject ? { ...value } : {};
}

const asList = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : [];

function namesOf(schema: Json): ReadonlyMap<string, string> {
  const options = asObject(schema['ui:options']);
  const names = asList(
    schema['ui:enumNames'] ?? options.enumNames ?? schema.enumNames,
  );
  return new Map(
    asList(schema.enum).flatMap((value, index) => {
      const name = names[index];
      return typeof name === 'string'
        ? [[JSON.stringify(value), name] as const]
        : [];
    }),
  );
}

function fieldOf(json: unknown, depth: number): FormField {
  const schema = asObject(json);
  const { title } = schema;
  const { unit } = asObject(schema['ui:options']);
  const items = asObject(schema.items);
  return {
    ...(typeof title === 'string' && { title }),
    ...(typeof unit === 'string' && { unit }),
    names: new Map([...namesOf(items), ...namesOf(schema)]),
    secret:
      schema['ui:field'] === 'Secret' || schema['ui:widget'] === 'password',
    fields: fieldsOf(schema, depth + 1),
  };
}

function partsOf(schema: Json): unknown[] {
  const dependencies = Object.values(asObject(schema.dependencies));
  return [...PARTS.flatMap(name => schema[name] ?? []), ...dependencies];
}

/** The fields that a JSON schema of a form knows; what stands under conditions too, the first title counts. */
export function fieldsOf(json: unknown, depth = 0): FormFields {
  const fields = new Map<string, FormField>();
  if (depth > MOST_DEPTH) return fields;
  const schema = asObject(json);
  for (const [key, value] of Object.entries(asObject(schema.properties))) {
    fields.set(key, fieldOf(value, depth));
  }
  for (const part of partsOf(schema)) {
    for (const [key, field] of fieldsOf(part, depth + 1)) {
      const known = fields.get(key);
      if (!known || (known.title === undefined && field.title !== undefined)) {
        fields.set(key, field);
      }
    }
  }
  return fields;
}
