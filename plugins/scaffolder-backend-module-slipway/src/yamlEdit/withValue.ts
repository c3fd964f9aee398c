/** A copy of JSON with a value at a path, where maps are made as needed. */
export function withValue(
  root: unknown,
  path: readonly (string | number)[],
  value: unknown,
): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  if (Array.isArray(root)) {
    return root.map((item, index) =>
      index === key ? withValue(item, rest, value) : item,
    );
  }
  const map: Record<string, unknown> = isRecord(root) ? root : {};
  return { ...map, [key]: withValue(map[key], rest, value) };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
