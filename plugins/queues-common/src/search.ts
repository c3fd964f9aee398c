import { z } from 'zod';

/** Type of the search documents of queues. @public */
export const QUEUE_DOCUMENT_TYPE = 'slipway-queues';

/** A queue in the search index: only what its catalog entity says, which is who may find it. @public */
export const queueDocumentSchema = z.object({
  /** Name of the queue. */
  title: z.string(),
  /** In words, for full-text search. */
  text: z.string(),
  /** Path of the queue's page. */
  location: z.string(),
  entityRef: z.string(),
  /** Name of the environment; empty where its account is in none. */
  environment: z.string(),
  /** Entity ref, or empty. */
  owner: z.string(),
  /** Entity ref, or empty. */
  system: z.string(),
  /** Name of its dead-letter queue, or empty. */
  deadLetterQueue: z.string(),
  /** Name of a queue whose dead letters come here, or empty. */
  deadLettersOf: z.string(),
});

/** @public */
export type QueueDocument = z.infer<typeof queueDocumentSchema>;
