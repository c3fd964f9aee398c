import { z } from 'zod';
import { YamlManifest } from '@slipway/infrastructure-code';
import { Finding } from '../Finding';
import { closestWord } from './closestWord';
import { kubernetesFinding } from './kubernetesFinding';
import { readKubernetesSchema } from './KubernetesSchema';
import { manifestProblems } from './manifestProblems';

const typeSchema = z.looseObject({
  apiVersion: z.string(),
  kind: z.string(),
  metadata: z.looseObject({ name: z.string() }),
});

/**
 * Checks one object strictly against the schema of its kind.
 *
 * @param options - `partial` for a patch, which leaves out what it does not change
 */
export async function checkManifest(
  file: string,
  { value, lineOf }: YamlManifest,
  options: { readonly partial: boolean },
): Promise<Finding[]> {
  const typed = typeSchema.safeParse(value);
  if (!typed.success) {
    const [{ path }] = typed.error.issues;
    return [
      kubernetesFinding(
        'kubernetes-schema',
        { file, line: lineOf([]) },
        `An object needs ${path.join('.') || 'apiVersion, kind and metadata'}`,
        'Add it, or move the file out of gitops/.',
      ),
    ];
  }
  const { apiVersion, kind, metadata } = typed.data;
  const schema = await readKubernetesSchema();
  if (!schema.knows(apiVersion, kind)) {
    const meant = closestWord(kind, schema.kindsOf(apiVersion));
    return [unknownKind({ file, line: lineOf(['kind']) }, typed.data, meant)];
  }
  const errors = schema
    .errorsOf(apiVersion, kind, value)
    .filter(({ keyword }) => !(options.partial && keyword === 'required'));
  return manifestProblems(value, errors).map(({ id, path, message, fix }) => {
    const at = path.length > 0 ? ` at ${path.join('.')}` : '';
    const line = lineOf(path);
    return kubernetesFinding(
      id,
      { file, line },
      `${kind} ${metadata.name}${at}: ${message}`,
      fix,
    );
  });
}

function unknownKind(
  place: { readonly file: string; readonly line: number },
  { apiVersion, kind }: { readonly apiVersion: string; readonly kind: string },
  meant: string | undefined,
): Finding {
  return meant
    ? kubernetesFinding(
        'kubernetes-schema',
        place,
        `There is no ${kind} in ${apiVersion}`,
        `Write '${meant}'.`,
      )
    : kubernetesFinding(
        'kubernetes-unknown-kind',
        place,
        `${kind} of ${apiVersion} was not checked`,
      );
}
