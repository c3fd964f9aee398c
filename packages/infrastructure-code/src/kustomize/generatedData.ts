import { Generator } from './kustomizationSchema';
import { ManifestError } from './ManifestError';
import { parseEnvFile } from './parseEnvFile';
import { resolveFile } from './resolveReference';
import { Place } from './Place';

type Entry = readonly [string, string];

/** What a generator puts into its object, as text. Keys that come twice are refused. */
export async function generatedData(
  generator: Generator,
  place: Place,
): Promise<Readonly<Record<string, string>>> {
  const { literals, files, envs, env } = generator;
  const found = [
    ...(await Promise.all(
      [...envs, ...(env === undefined ? [] : [env])].map(file =>
        variablesOf(file, place),
      ),
    )),
    literals.flatMap(literal => literalOf(literal, place)),
    await Promise.all(files.map(source => fileOf(source, place))),
  ].flat();
  const entries = new Map<string, string>();
  for (const [key, value] of found) {
    if (entries.has(key)) {
      place.context.refuse(
        `${place.folder}: '${generator.name}' has the key '${key}' twice`,
      );
    }
    entries.set(key, value);
  }
  return Object.fromEntries(entries);
}

function literalOf(literal: string, { folder, context }: Place): Entry[] {
  const [key, ...value] = literal.split('=');
  if (!key || value.length === 0) {
    context.refuse(`${folder}: the literal '${key}' must be 'key=value'`);
    return [];
  }
  return [[key, value.join('=').replace(/^(["'])(.*)\1$/s, '$2')]];
}

async function fileOf(source: string, place: Place): Promise<Entry> {
  const { folder, context } = place;
  if (source.split('=').length > 2) {
    context.refuse(`${folder}: '${source}' must be 'file' or 'key=file'`);
  }
  const [key, file] = source.includes('=')
    ? source.split('=', 2)
    : [source.split('/').at(-1) ?? source, source];
  return [key, await textOf(file, place)];
}

async function variablesOf(
  file: string,
  place: Place,
): Promise<readonly Entry[]> {
  const text = await textOf(file, place);
  return place.context.attempt<readonly Entry[]>(
    () => parseEnvFile(text, `${place.folder}/${file}`),
    [],
  );
}

async function textOf(
  file: string,
  { folder, read, context }: Place,
): Promise<string> {
  const path = context.attempt<string | undefined>(
    () => resolveFile(folder, file),
    undefined,
  );
  const text = path === undefined ? undefined : await read(path);
  if (text === undefined) context.refuse(`${folder}: '${file}' does not exist`);
  if (text?.includes('\uFFFD')) {
    throw new ManifestError(`${folder}: '${file}' is no text`);
  }
  return text ?? '';
}
