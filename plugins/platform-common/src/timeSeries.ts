import { z } from 'zod';

/** One moment of a series. @public */
export interface TimePoint {
  /** Milliseconds since the epoch. */
  readonly time: number;
  /** Left out where the upstream has no data; never 0 instead. */
  readonly value?: number;
}

/** @public */
export const timePointSchema = z.object({
  time: z.number(),
  value: z.number().optional(),
});
