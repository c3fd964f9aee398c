import { z } from 'zod';

/**
 * Channel that says which queues have other numbers or another redrive now. It carries opaque ids only, since channels ask no
 * permissions: pages that show one of them read again.
 * @public
 */
export const QUEUES_CHANNEL = 'slipway-queues:changed';

/** @public */
export const queuesSignalSchema = z.object({ ids: z.array(z.string()) });

/** @public */
export type QueuesSignal = z.infer<typeof queuesSignalSchema>;
