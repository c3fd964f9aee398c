import { z } from 'zod';
import { ManifestError } from '../ManifestRenderer';
import { parseYaml } from '../parseManifests';

const labels = z.record(z.string(), z.coerce.string());

const targetSchema = z.strictObject({
  group: z.string().optional(),
  version: z.string().optional(),
  kind: z.string().optional(),
  name: z.string().optional(),
  namespace: z.string().optional(),
});

const kustomizationSchema = z.strictObject({
  apiVersion: z.string().optional(),
  kind: z.enum(['Kustomization', 'Component']).optional(),
  metadata: z.unknown().optional(),
  resources: z.array(z.string()).default([]),
  components: z.array(z.string()).default([]),
  namespace: z.string().optional(),
  labels: z
    .array(
      z.strictObject({
        pairs: labels,
        includeSelectors: z.boolean().default(false),
        includeTemplates: z.boolean().default(false),
      }),
    )
    .default([]),
  commonAnnotations: labels.default({}),
  images: z
    .array(
      z.strictObject({
        name: z.string(),
        newName: z.string().optional(),
        newTag: z.coerce.string().optional(),
        digest: z.string().optional(),
      }),
    )
    .default([]),
  replicas: z
    .array(z.strictObject({ name: z.string(), count: z.number().int().min(0) }))
    .default([]),
  patches: z
    .array(
      z.strictObject({
        path: z.string().optional(),
        patch: z.string().optional(),
        target: targetSchema.optional(),
      }),
    )
    .default([]),
  configMapGenerator: z
    .array(
      z.strictObject({
        name: z.string(),
        literals: z.array(z.string()).default([]),
        files: z.array(z.string()).default([]),
        options: z
          .strictObject({ disableNameSuffixHash: z.boolean().optional() })
          .optional(),
      }),
    )
    .default([]),
  generatorOptions: z
    .strictObject({ disableNameSuffixHash: z.boolean().default(false) })
    .optional(),
});

/** The subset of https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/ that the renderer knows. */
export type Kustomization = Readonly<z.infer<typeof kustomizationSchema>>;
export type KustomizationPatch = Kustomization['patches'][number];

export const KUSTOMIZATION_FILES = [
  'kustomization.yaml',
  'kustomization.yml',
  'Kustomization',
];

/**
 * The kustomization of a folder and the file that it is in.
 *
 * @throws ManifestError when there is none, or when it says something the renderer does not know.
 */
export function readKustomization(
  files: ReadonlyMap<string, string>,
  folder: string,
): Kustomization {
  const file = KUSTOMIZATION_FILES.map(name => `${folder}/${name}`).find(path =>
    files.has(path),
  );
  if (!file) {
    throw new ManifestError(
      `unable to find one of 'kustomization.yaml', 'kustomization.yml' or 'Kustomization' in directory '${folder}'`,
    );
  }
  const [document] = parseYaml(files.get(file) ?? '', file);
  const parsed = kustomizationSchema.safeParse(document);
  if (!parsed.success) {
    const [{ path, message }] = parsed.error.issues;
    throw new ManifestError(
      `${file}: ${path.length ? `${path.join('.')}: ` : ''}${message}`,
    );
  }
  return parsed.data;
}
