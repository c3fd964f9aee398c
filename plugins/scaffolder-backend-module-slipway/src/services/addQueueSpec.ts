import { queueSpecSchema } from '@slipway/platform-common';
import { z } from 'zod';

/** What the form of a queue for an existing service says. */
export const addQueueSpecSchema = z.strictObject({
  /** Entity ref of the component that will own it. */
  service: z.string().min(1).max(200),
  queue: queueSpecSchema,
});

export type AddQueueSpec = Readonly<z.infer<typeof addQueueSpecSchema>>;
