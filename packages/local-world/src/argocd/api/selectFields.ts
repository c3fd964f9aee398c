/** Parts of an answer that `fields` names: `items.metadata.name,metadata`; `-items.spec` leaves parts out. */
export function selectFields(value: unknown, fields: string): unknown {
  const exclude = fields.startsWith('-');
  const paths = fields
    .replace(/^-/, '')
    .split(',')
    .map(field => field.trim())
    .filter(Boolean);
  if (paths.length === 0) return value;
  return exclude ? omit(value, paths) : pick(value, paths);
}

/** Paths below a name, for each of its occurrences at the start of a path. */
function below(paths: readonly string[], name: string): readonly string[] {
  return paths
    .filter(path => path.startsWith(`${name}.`))
    .map(path => path.slice(name.length + 1));
}

function pick(value: unknown, paths: readonly string[]): unknown {
  if (Array.isArray(value)) return value.map(item => pick(item, paths));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, item]): Array<[string, unknown]> => {
      if (paths.includes(name)) return [[name, item]];
      const rest = below(paths, name);
      return rest.length > 0 ? [[name, pick(item, rest)]] : [];
    }),
  );
}

function omit(value: unknown, paths: readonly string[]): unknown {
  if (Array.isArray(value)) return value.map(item => omit(item, paths));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => !paths.includes(name))
      .map(([name, item]) => {
        const rest = below(paths, name);
        return [name, rest.length > 0 ? omit(item, rest) : item];
      }),
  );
}
