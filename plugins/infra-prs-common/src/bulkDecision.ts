import { z } from 'zod';
import { mergeCommandSchema } from './changeCommands';

/** How many changes are decided in one go at most. @public */
export const MAX_BULK = 25;

const item = mergeCommandSchema.extend({ number: z.int().positive() });

/** Approves or merges several changes, each as it was on the screen. @public */
export const bulkCommandSchema = z.strictObject({
  decision: z.enum(['approve', 'merge']),
  items: z
    .array(item)
    .min(1)
    .max(MAX_BULK, `must be ${MAX_BULK} changes at most`)
    .refine(
      items => new Set(items.map(({ number }) => number)).size === items.length,
      'must name each change once',
    ),
});

/** What became of each; some can be done while others are not. @public */
export const bulkResultSchema = z.object({
  results: z
    .array(
      z.object({
        number: z.number(),
        /** `not_tried`: GitHub was in trouble by then. */
        outcome: z.enum(['done', 'refused', 'failed', 'not_tried']),
        /** What it is now: `approved`, `merged`, `queued`. */
        after: z.string().optional(),
        /** Why not, in words. */
        message: z.string().optional(),
      }),
    )
    .readonly(),
});

/** @public */
export type BulkCommand = z.infer<typeof bulkCommandSchema>;
/** @public */
export type BulkResult = Readonly<z.infer<typeof bulkResultSchema>>;
/** @public */
export type BulkOutcome = BulkResult['results'][number];
