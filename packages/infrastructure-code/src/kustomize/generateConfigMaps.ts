import { BuildContext } from './BuildContext';
import { BuiltObject } from './BuiltObject';
import { Kustomization, KUSTOMIZATION_FILES } from './kustomizationSchema';
import { resolveReference } from './resolveReference';

type Generator = Kustomization['configMapGenerator'][number];
type Read = (path: string) => Promise<string | undefined>;

/** Config maps of a kustomization. Names with hashes are not built: they must be switched off. */
export async function generateConfigMaps(
  folder: string,
  { configMapGenerator, generatorOptions }: Kustomization,
  { read, context }: { readonly read: Read; readonly context: BuildContext },
): Promise<readonly BuiltObject[]> {
  return Promise.all(
    configMapGenerator.map(async generator => {
      const { name, options } = generator;
      const plain =
        options?.disableNameSuffixHash ??
        generatorOptions?.disableNameSuffixHash;
      if (!plain) {
        context.refuse(
          `${folder}: configMapGenerator '${name}' needs disableNameSuffixHash: true; hashes of names are not built`,
        );
      }
      const data = {
        ...literalsOf(generator),
        ...(await filesOf(folder, generator, { read, context })),
      };
      return {
        file: `${folder}/${KUSTOMIZATION_FILES[0]}`,
        line: 1,
        value: {
          apiVersion: 'v1',
          kind: 'ConfigMap',
          metadata: { name },
          data,
        },
      };
    }),
  );
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
