import { QueueSpec, queueSpecSchema } from '@slipway/platform-common';
import { z } from 'zod';

const text = z.string().optional().catch(undefined);
const number = z.number().optional().catch(undefined);
const flag = z.boolean().optional().catch(undefined);

const draftSchema = z
  .object({
    name: text,
    fifo: flag,
    contentBasedDeduplication: flag,
    maxReceiveCount: number,
    visibilityTimeout: number,
    retentionDays: number,
    dlqRetentionDays: number,
    maxMessageAge: number,
  })
  .catch({});

/** A queue while it is being written: any answer may be missing or wrong. What is missing has its standard value. */
export type QueueDraft = Readonly<z.infer<typeof draftSchema>>;

/** Reads a queue of the form, which a link may have filled with anything. */
export function queueDraft(value: unknown): QueueDraft {
  return draftSchema.parse(value);
}

/** What holds where nothing is entered; the rules' own. */
export const standardQueue: QueueSpec = queueSpecSchema.parse({ name: 'any' });

/** Without the answers that say nothing, so that the form holds what was decided and no more. */
export function withoutBlanks(draft: QueueDraft): QueueDraft {
  return Object.fromEntries(
    Object.entries(draft).filter(
      ([, value]) => value !== undefined && value !== false,
    ),
  );
}
