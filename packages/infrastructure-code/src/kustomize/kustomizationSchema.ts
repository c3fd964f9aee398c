import { z } from 'zod';

const text = z.record(z.string(), z.string());
const paths = z.array(z.string().min(1)).default([]);

const patchSchema = z
  .strictObject({
    path: z.string().optional(),
    patch: z.string().optional(),
    target: z
      .strictObject({
        group: z.string().optional(),
        version: z.string().optional(),
        kind: z.string().optional(),
        name: z.string().optional(),
        namespace: z.string().optional(),
        labelSelector: z.string().optional(),
        annotationSelector: z.string().optional(),
      })
      .optional(),
    options: z.record(z.string(), z.boolean()).optional(),
  })
  .refine(({ path, patch }) => (path === undefined) !== (patch === undefined), {
    message: "needs either 'path' or 'patch'",
  });

const optionsSchema = z.looseObject({
  disableNameSuffixHash: z.boolean().optional(),
});
const configMapSchema = z.looseObject({
  name: z.string(),
  literals: z.array(z.string()).default([]),
  files: z.array(z.string()).default([]),
  options: optionsSchema.optional(),
});

/**
 * A kustomization.yaml: what is built in full, the other fields by their names.
 *
 * @remarks https://kubectl.docs.kubernetes.io/references/kustomize/kustomization
 */
export const kustomizationSchema = z.strictObject({
  apiVersion: z
    .enum([
      'kustomize.config.k8s.io/v1beta1',
      'kustomize.config.k8s.io/v1alpha1',
    ])
    .optional(),
  kind: z.enum(['Kustomization', 'Component']).default('Kustomization'),
  metadata: z.unknown().optional(),
  resources: paths,
  components: paths,
  namespace: z.string().optional(),
  namePrefix: z.string().optional(),
  nameSuffix: z.string().optional(),
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
        newTag: z.string().optional(),
        digest: z.string().optional(),
        tagSuffix: z.string().optional(),
      }),
    )
    .default([]),
  replicas: z
    .array(z.strictObject({ name: z.string(), count: z.number().int().min(0) }))
    .default([]),
  patches: z.array(patchSchema).default([]),
  replacements: z.unknown().optional(),
  configMapGenerator: z.array(configMapSchema).default([]),
  secretGenerator: z.unknown().optional(),
  generatorOptions: optionsSchema.optional(),
  configurations: z.unknown().optional(),
  transformers: z.unknown().optional(),
  sortOptions: z.unknown().optional(),
});

export type Kustomization = Readonly<z.infer<typeof kustomizationSchema>>;

export type KustomizationPatch = Kustomization['patches'][number];
export type PatchTarget = NonNullable<KustomizationPatch['target']>;

/** Names under which Kustomize looks for it. */
export const KUSTOMIZATION_FILES: readonly string[] = [
  'kustomization.yaml',
  'kustomization.yml',
  'Kustomization',
];

/** Fields that the build does not know. */
const UNBUILT = [
  'namePrefix',
  'nameSuffix',
  'replacements',
  'secretGenerator',
  'configurations',
  'transformers',
  'sortOptions',
] as const;

/** Names of what a kustomization says and the build does not do. */
export function unbuiltFields(kustomization: Kustomization): string[] {
  const { labels, images, patches } = kustomization;
  const uses = (name: string, used: boolean) => (used ? [name] : []);
  return [
    ...UNBUILT.filter(name => kustomization[name] !== undefined),
    ...uses(
      'labels.fields',
      labels.some(({ fields }) => fields !== undefined),
    ),
    ...uses(
      'images.tagSuffix',
      images.some(({ tagSuffix }) => tagSuffix !== undefined),
    ),
    ...uses(
      'patches.options',
      patches.some(({ options }) => options !== undefined),
    ),
    ...uses(
      'patches.target with selectors',
      patches.some(
        ({ target }) =>
          (target?.labelSelector ?? target?.annotationSelector) !== undefined,
      ),
    ),
  ];
}
