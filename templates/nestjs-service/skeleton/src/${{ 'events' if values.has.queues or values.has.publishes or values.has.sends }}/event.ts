import { z } from 'zod';

/** The envelope that all producers of the platform send. */
export const eventSchema = z.object({
  eventType: z.string().min(1),
  eventVersion: z.union([z.number(), z.string()]).optional(),
  eventId: z.string().min(1),
  timestamp: z.iso.datetime({ offset: true }).optional(),
  payload: z.record(z.string(), z.unknown()).default({}),
});

export type PlatformEvent = Readonly<z.infer<typeof eventSchema>>;
{% if values.has.queues %}

/** No retry can make the message readable: it ends in the dead-letter queue. */
export class MalformedEventError extends Error {
  override readonly name = 'MalformedEventError';
}

const wrapperSchema = z.union([
  eventSchema,
  // EventBridge.
  z.object({ detail: eventSchema }).transform(({ detail }) => detail),
  // SNS without raw delivery.
  z
    .object({ Type: z.literal('Notification'), Message: z.string() })
    .transform(({ Message }) => eventSchema.parse(JSON.parse(Message))),
]);

/** The event in the body of a message, alone or wrapped. @throws MalformedEventError */
export function parseEvent(body: string): PlatformEvent {
  try {
    return wrapperSchema.parse(JSON.parse(body));
  } catch (error) {
    throw new MalformedEventError('the message is no event', { cause: error });
  }
}
{% endif %}
