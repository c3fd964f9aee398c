import { z } from 'zod';
import { selectorSchema } from './patchSchema';

const optionsSchema = z.strictObject({
  delimiter: z.string().optional(),
  index: z.number().int().optional(),
  create: z.boolean().optional(),
});
const objectSchema = z.strictObject({
  group: z.string().optional(),
  version: z.string().optional(),
  kind: z.string().optional(),
  name: z.string().optional(),
  namespace: z.string().optional(),
});

/** Copies a value of one object into fields of others. */
export const replacementSchema = z.strictObject({
  source: objectSchema.extend({
    fieldPath: z.string().optional(),
    options: optionsSchema.optional(),
  }),
  targets: z
    .array(
      z.strictObject({
        select: selectorSchema,
        reject: z.array(selectorSchema).optional(),
        fieldPaths: z.array(z.string()).optional(),
        options: optionsSchema.optional(),
      }),
    )
    .min(1),
});

export type Replacement = z.infer<typeof replacementSchema>;
export type ReplacedObject = z.infer<typeof objectSchema>;
export type ReplacementOptions = z.infer<typeof optionsSchema>;
