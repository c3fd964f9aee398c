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

/**
 * A kustomization.yaml: what Slipway writes in full, the other fields by their names.
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
    .optional(),
  commonAnnotations: text.optional(),
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
    .optional(),
  replicas: z
    .array(z.strictObject({ name: z.string(), count: z.number().int().min(0) }))
    .optional(),
  patches: z.array(patchSchema).default([]),
  replacements: z.unknown().optional(),
  configMapGenerator: z.unknown().optional(),
  secretGenerator: z.unknown().optional(),
  generatorOptions: z.unknown().optional(),
  configurations: z.unknown().optional(),
  transformers: z.unknown().optional(),
  sortOptions: z.unknown().optional(),
});

/** @internal */
export type Kustomization = Readonly<z.infer<typeof kustomizationSchema>>;

/** https://www.rfc-editor.org/rfc/rfc6902, as far as Kustomize applies it. */
export const jsonPatchSchema = z.array(
  z.discriminatedUnion('op', [
    z.strictObject({ op: z.literal('add'), ...pathAndValue() }),
    z.strictObject({ op: z.literal('replace'), ...pathAndValue() }),
    z.strictObject({ op: z.literal('test'), ...pathAndValue() }),
    z.strictObject({ op: z.literal('remove'), path: pointer() }),
    z.strictObject({ op: z.literal('copy'), path: pointer(), from: pointer() }),
    z.strictObject({ op: z.literal('move'), path: pointer(), from: pointer() }),
  ]),
);

function pointer() {
  return z.string().regex(/^\//, "must be a path such as '/spec/replicas'");
}

function pathAndValue() {
  return {
    path: pointer(),
    value: z
      .unknown()
      .refine(value => value !== undefined, 'must have a value'),
  };
}
