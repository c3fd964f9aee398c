import { z } from 'zod';

/** Which objects are meant: all that fits, kinds and names as anchored patterns. */
export const selectorSchema = z.strictObject({
  group: z.string().optional(),
  version: z.string().optional(),
  kind: z.string().optional(),
  name: z.string().optional(),
  namespace: z.string().optional(),
  labelSelector: z.string().optional(),
  annotationSelector: z.string().optional(),
});

export const patchSchema = z
  .strictObject({
    path: z.string().optional(),
    patch: z.string().optional(),
    target: selectorSchema.optional(),
    options: z
      .strictObject({
        allowNameChange: z.boolean().optional(),
        allowKindChange: z.boolean().optional(),
      })
      .optional(),
  })
  .refine(({ path, patch }) => (path === undefined) !== (patch === undefined), {
    message: "needs either 'path' or 'patch'",
  });

/** Of an older version: kind and name exactly. */
export const jsonPatchEntrySchema = z.strictObject({
  path: z.string().optional(),
  patch: z.string().optional(),
  target: selectorSchema.extend({ kind: z.string(), name: z.string() }),
});

export type KustomizationPatch = z.infer<typeof patchSchema>;
export type PatchTarget = z.infer<typeof selectorSchema>;
