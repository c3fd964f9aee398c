import { z } from 'zod';
import { MessageContent } from './Cause';

/** Fields and attributes that name the kind of an event, the most exact first. */
const FIELDS = [
  'detail-type',
  'eventType',
  'event_type',
  'EventType',
  'eventName',
  'event_name',
  'messageType',
  'message_type',
  'type',
  'Type',
  'event',
  'kind',
  'action',
  'Subject',
];

const record = z.record(z.string(), z.unknown());
const recordsSchema = z.object({
  Records: z.tuple([record], record),
});

/** A name: `OrderPlaced`, `order.placed/v1`. Not a sentence, and not data. */
const NAME = /^[\p{L}][\p{L}\p{N}_.:/ -]{0,79}$/u;

function nameIn(fields: Record<string, unknown>): string | undefined {
  return FIELDS.map(field => fields[field]).find(
    (value): value is string => typeof value === 'string' && NAME.test(value),
  );
}

/** What kind of event a message is about: `OrderPlaced`, `ObjectCreated:Put`; undefined when it does not say. */
export function eventTypeOf({
  attributes,
  json,
}: Pick<MessageContent, 'attributes' | 'json'>): string | undefined {
  const byAttribute = nameIn(Object.fromEntries(attributes));
  if (byAttribute) return byAttribute;
  const fields = record.safeParse(json);
  if (!fields.success) return undefined;
  const records = recordsSchema.safeParse(fields.data);
  return nameIn(records.success ? records.data.Records[0] : fields.data);
}
