import { scalingSpecSchema } from '@slipway/platform-common';
import { z } from 'zod';

export const scalingKinds = ['none', 'cpu', 'queue'] as const;
export type ScalingKind = (typeof scalingKinds)[number];

const draftSchema = z
  .object({
    by: z.enum(scalingKinds).optional().catch(undefined),
    min: z.number().optional().catch(undefined),
    max: z.number().optional().catch(undefined),
  })
  .catch({});

/** Scaling while it is being written. What is missing has its standard value. */
export type ScalingDraft = Readonly<z.infer<typeof draftSchema>>;

/** Reads scaling of the form, which a link may have filled with anything. */
export function scalingDraft(value: unknown): ScalingDraft {
  return draftSchema.parse(value);
}

/** What holds where nothing is entered; the rules' own. */
export const standardScaling = scalingSpecSchema.parse({});
