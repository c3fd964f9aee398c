import { BuildObject } from './BuildObject';
import { generatedData } from './generatedData';
import { JsonObject } from './JsonValue';
import {
  Generator,
  Kustomization,
  KUSTOMIZATION_FILES,
} from './kustomizationSchema';
import { Place } from './Place';

/** An object that a generator makes, and what is to be done where there is one of its name. */
export interface GeneratedObject extends BuildObject {
  readonly behavior: NonNullable<Generator['behavior']>;
}

/** Config maps and secrets of a kustomization. */
export async function generateObjects(
  kustomization: Kustomization,
  place: Place,
): Promise<readonly GeneratedObject[]> {
  const { configMapGenerator, secretGenerator } = kustomization;
  return Promise.all([
    ...configMapGenerator.map(generator =>
      generate('ConfigMap', generator, kustomization, place),
    ),
    ...secretGenerator.map(generator =>
      generate('Secret', generator, kustomization, place),
    ),
  ]);
}

async function generate(
  kind: 'ConfigMap' | 'Secret',
  generator: Generator,
  { generatorOptions: all }: Kustomization,
  place: Place,
): Promise<GeneratedObject> {
  const { name, namespace, type, behavior = 'create', options } = generator;
  const data = await generatedData(generator, place);
  const immutable = options?.immutable || all?.immutable;
  const isPlain = options?.disableNameSuffixHash || all?.disableNameSuffixHash;
  const value: JsonObject = {
    apiVersion: 'v1',
    kind,
    metadata: {
      name,
      ...(namespace !== undefined && { namespace }),
      ...mapOf('labels', { ...all?.labels, ...options?.labels }),
      ...mapOf('annotations', { ...all?.annotations, ...options?.annotations }),
    },
    ...(kind === 'Secret'
      ? { data: encoded(data), type: type ?? 'Opaque' }
      : mapOf('data', data)),
    ...(immutable && { immutable: true }),
  };
  return {
    file: `${place.folder}/${KUSTOMIZATION_FILES[0]}`,
    line: 1,
    value,
    formerIds: [],
    prefixes: [],
    suffixes: [],
    isHashed: !isPlain,
    behavior,
  };
}

function mapOf(
  name: string,
  map: Readonly<Record<string, string>>,
): JsonObject {
  return Object.keys(map).length > 0 ? { [name]: map } : {};
}

function encoded(
  data: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(data).map(([key, value]) => [
      key,
      Buffer.from(value, 'utf8').toString('base64'),
    ]),
  );
}
