import { z } from 'zod';
import { jsonPatchEntrySchema, patchSchema } from './patchSchema';
import { replacementSchema } from './replacementSchema';

const text = z.record(z.string(), z.string());
const paths = z.array(z.string().min(1)).default([]);

const optionsSchema = z.strictObject({
  disableNameSuffixHash: z.boolean().optional(),
  immutable: z.boolean().optional(),
  labels: text.optional(),
  annotations: text.optional(),
});
const generatorSchema = z.strictObject({
  name: z.string(),
  namespace: z.string().optional(),
  /** Of a Secret. */
  type: z.string().optional(),
  behavior: z.enum(['create', 'merge', 'replace']).optional(),
  literals: z.array(z.string()).default([]),
  files: z.array(z.string()).default([]),
  envs: z.array(z.string()).default([]),
  env: z.string().optional(),
  options: optionsSchema.optional(),
});

export type Generator = z.infer<typeof generatorSchema>;

/** What Kustomize knows and is not done here, and why. */
const NOT_BUILT = {
  helmCharts: 'Helm charts are not rendered',
  helmChartInflationGenerator: 'Helm charts are not rendered',
  helmGlobals: 'Helm charts are not rendered',
  generators: 'plugins are not run',
  transformers: 'plugins are not run',
  validators: 'plugins are not run',
  configurations: 'fields of one’s own are not known',
  crds: 'fields of one’s own are not known',
  openapi: 'fields of one’s own are not known',
  vars: 'variables are not resolved; replacements are',
  buildMetadata: 'where an object comes from is not written into it',
  imageTags: 'use images',
  inventory: 'use what applies it',
} as const;

const notBuilt = Object.fromEntries(
  Object.keys(NOT_BUILT).map(name => [name, z.unknown().optional()]),
);

/**
 * A kustomization.yaml: what is built in full, the other fields by their names.
 *
 * @remarks https://kubectl.docs.kubernetes.io/references/kustomize/kustomization
 */
export const kustomizationSchema = z.strictObject({
  ...notBuilt,
  apiVersion: z
    .enum([
      'kustomize.config.k8s.io/v1beta1',
      'kustomize.config.k8s.io/v1alpha1',
    ])
    .optional(),
  kind: z.enum(['Kustomization', 'Component']).default('Kustomization'),
  metadata: z.unknown().optional(),
  resources: paths,
  /** What `resources` was called before. */
  bases: paths,
  components: paths,
  namespace: z.string().optional(),
  namePrefix: z.string().optional(),
  nameSuffix: z.string().optional(),
  commonLabels: text.default({}),
  labels: z
    .array(
      z.strictObject({
        pairs: text,
        includeSelectors: z.boolean().optional(),
        includeTemplates: z.boolean().optional(),
        fields: z.array(z.unknown()).optional(),
      }),
    )
    .default([]),
  commonAnnotations: text.default({}),
  images: z
    .array(
      z.strictObject({
        name: z.string(),
        newName: z.string().optional(),
        newTag: z.coerce.string().optional(),
        digest: z.string().optional(),
        tagSuffix: z.string().optional(),
      }),
    )
    .default([]),
  replicas: z
    .array(z.strictObject({ name: z.string(), count: z.number().int().min(0) }))
    .default([]),
  patches: z.array(patchSchema).default([]),
  patchesStrategicMerge: paths,
  patchesJson6902: z.array(jsonPatchEntrySchema).default([]),
  replacements: z
    .array(z.union([z.strictObject({ path: z.string() }), replacementSchema]))
    .default([]),
  configMapGenerator: z.array(generatorSchema).default([]),
  secretGenerator: z.array(generatorSchema).default([]),
  generatorOptions: optionsSchema.optional(),
  /** Changes only the order in which objects are written. */
  sortOptions: z.unknown().optional(),
});

export type Kustomization = Readonly<z.infer<typeof kustomizationSchema>>;

/** Names under which Kustomize looks for it. */
export const KUSTOMIZATION_FILES: readonly string[] = [
  'kustomization.yaml',
  'kustomization.yml',
  'Kustomization',
];

/** What a kustomization says and the build does not do, with the reason. */
export function unbuiltFields(kustomization: Kustomization): string[] {
  const { labels, images } = kustomization;
  const said = new Set(Object.keys(kustomization));
  return [
    ...Object.entries(NOT_BUILT)
      .filter(([name]) => said.has(name))
      .map(([name, why]) => `${name} (${why})`),
    ...(labels.some(({ fields }) => fields !== undefined)
      ? ['labels.fields (fields of one’s own are not known)']
      : []),
    ...(images.some(({ tagSuffix }) => tagSuffix !== undefined)
      ? ['images.tagSuffix (Kustomize 5.5 adds it twice)']
      : []),
  ];
}
