/** Any value of a YAML or JSON document. */
export type JsonValue =
  | string
  | number
  | boolean
  | null
  | JsonValue[]
  | JsonObject;

export interface JsonObject {
  [name: string]: JsonValue;
}

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The object at a path of names, when all on the way are objects. */
export function objectAt(
  value: JsonValue | undefined,
  ...path: readonly string[]
): JsonObject | undefined {
  const found = path.reduce<JsonValue | undefined>(
    (current, name) => (isJsonObject(current) ? current[name] : undefined),
    value,
  );
  return isJsonObject(found) ? found : undefined;
}
