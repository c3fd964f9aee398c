import { BuildContext } from './BuildContext';
import { BuiltObject } from './BuiltObject';
import { Kustomization, KUSTOMIZATION_FILES } from './kustomizationSchema';
import { resolveReference } from './resolveReference';

type Generator = Kustomization['configMapGenerator'][number];
type Read = (path: string) => Promise<string | undefined>;

const KNOWN = ['name', 'literals', 'files', 'options'];

/** Config maps of a kustomization; those whose name gets a hash know the name that they were made with. */
export async function generateConfigMaps(
  folder: string,
  { configMapGenerator, generatorOptions }: Kustomization,
  { read, context }: { readonly read: Read; readonly context: BuildContext },
): Promise<readonly BuiltObject[]> {
  return Promise.all(
    configMapGenerator.map(async generator => {
      const { name, options } = generator;
      const unknown = [
        ...unknownIn(generator, KNOWN),
        ...unknownIn(options, ['disableNameSuffixHash']),
        ...unknownIn(generatorOptions, ['disableNameSuffixHash']),
      ];
      if (unknown.length > 0) {
        context.refuse(
          `${folder}: configMapGenerator '${name}': cannot build ${unknown.join(
            ', ',
          )}`,
        );
      }
      const data = {
        ...literalsOf(generator),
        ...(await filesOf(folder, generator, { read, context })),
      };
      const plain =
        options?.disableNameSuffixHash ??
        generatorOptions?.disableNameSuffixHash;
      return {
        file: `${folder}/${KUSTOMIZATION_FILES[0]}`,
        line: 1,
        value: {
          apiVersion: 'v1',
          kind: 'ConfigMap',
          metadata: { name },
          data,
        },
        ...(!plain && { generatedAs: name }),
      };
    }),
  );
}

function unknownIn(value: object | undefined, known: readonly string[]) {
  return Object.keys(value ?? {}).filter(key => !known.includes(key));
}

function literalsOf({ literals }: Generator): Record<string, string> {
  return Object.fromEntries(
    literals.map(literal => {
      const [key, ...value] = literal.split('=');
      return [key, value.join('=').replace(/^(["'])(.*)\1$/s, '$2')];
    }),
  );
}

async function filesOf(
  folder: string,
  { files }: Generator,
  { read, context }: { readonly read: Read; readonly context: BuildContext },
): Promise<Record<string, string>> {
  const entries = await Promise.all(
    files.map(async source => {
      const [key, file] = source.includes('=')
        ? source.split('=', 2)
        : [source.split('/').at(-1) ?? source, source];
      const path = context.attempt<string | undefined>(
        () => resolveReference(folder, file),
        undefined,
      );
      const text = path === undefined ? undefined : await read(path);
      if (text === undefined) {
        context.refuse(`${folder}: '${file}' does not exist`);
      }
      return [key, text ?? ''] as const;
    }),
  );
  return Object.fromEntries(entries);
}
