import { z } from 'zod';
import { text } from './reportText';

/** US dollars of a month: with little use, and with much. A saving is negative. */
const rangeSchema = z.object({ low: z.number(), high: z.number() });

export const costDeltaSchema = z.object({
  currency: text,
  /** Day of the price table, ISO 8601. */
  asOf: text,
  /** What one must know of the figures. */
  note: text,
  before: rangeSchema,
  after: rangeSchema,
  delta: rangeSchema,
  /** What costs more or less, the largest first. */
  items: z.array(
    rangeSchema.extend({
      /** In words: `Queue dev-orders`. */
      item: text,
      resource: text,
      /** What the two ends take for granted. */
      assumes: text,
    }),
  ),
  omittedItems: z.int().positive().optional(),
  /** What is not in the figures, in words. */
  notEstimated: z.array(text),
});

/** How much more or less a root costs after a change, in a month, from list prices. @public */
export type CostDelta = Readonly<z.infer<typeof costDeltaSchema>>;
