import { z } from 'zod';

/** What one process found out. */
export const countsSchema = z.object({
  tried: z.number(),
  refused: z.number(),
  escapes: z.number(),
});

export type FuzzCounts = z.infer<typeof countsSchema>;

/** What the line of a process begins with that holds its counts. */
export const COUNTS = 'counts: ';
