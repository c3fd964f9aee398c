import { subscriptionSpecSchema } from '@slipway/platform-common';
import { z } from 'zod';
import { Issues, issuesByPath } from '../inputs/issuesByPath';

const draftSchema = z
  .object({
    queue: z.string().optional().catch(undefined),
    source: z.enum(['topic', 'bus']).optional().catch(undefined),
    name: z.string().optional().catch(undefined),
    eventTypes: z.array(z.string()).optional().catch(undefined),
  })
  .catch({});

/** A subscription while it is being written. */
export type SubscriptionDraft = Readonly<z.infer<typeof draftSchema>>;

/** Reads a subscription of the form, which a link may have filled with anything. */
export function subscriptionDraft(value: unknown): SubscriptionDraft {
  return draftSchema.parse(value);
}

const sameSource = (a: SubscriptionDraft, b: SubscriptionDraft) =>
  a.queue === b.queue && a.source === b.source && a.name === b.name;

/** Complaints about one subscription, by the name of the answer. */
export function subscriptionProblems(
  draft: SubscriptionDraft,
  context: {
    queues: ReadonlyArray<{ name?: string; fifo?: boolean }>;
    before: readonly SubscriptionDraft[];
  },
): Issues {
  const issues = new Map(issuesByPath(subscriptionSpecSchema, draft));
  // Source and name are one choice in the form.
  issues.delete('source');
  if (!draft.queue) {
    issues.set('queue', 'is missing');
  } else {
    const owned = context.queues.find(({ name }) => name === draft.queue);
    if (!owned) issues.set('queue', 'is none of the queues above');
    else if (owned.fifo)
      issues.set('queue', 'is FIFO, which a topic or bus cannot send to');
  }
  if (!draft.name || !draft.source) {
    issues.set('name', 'is missing');
  } else if (context.before.some(other => sameSource(other, draft))) {
    issues.set('name', 'is there twice for this queue; remove one');
  }
  return issues;
}

/** The complaint about any of the event types. */
export function eventTypesProblem(issues: Issues): string | undefined {
  return [...issues].find(([path]) => path.startsWith('eventTypes'))?.[1];
}
