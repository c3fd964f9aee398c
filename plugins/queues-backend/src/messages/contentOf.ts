import { z } from 'zod';
import { ReceivedMessage } from '../clients/ReceivedMessage';
import { parseJson } from './body/parseJson';
import { unpackText } from './body/unpackBody';
import { MessageContent } from './grouping/Cause';

/** What SNS wraps, with the attributes it was published with. */
const snsSchema = z.object({
  Type: z.literal('Notification'),
  TopicArn: z.string(),
  Message: z.string(),
  MessageAttributes: z
    .record(z.string(), z.object({ Value: z.string() }))
    .catch({}),
});

/** What a message is told by: its attributes and its unpacked body; of SNS's envelopes what is inside of them. */
export function contentOf(message: ReceivedMessage): MessageContent {
  const attributes = new Map(
    message.attributes.flatMap(({ name, value }) =>
      typeof value === 'string' ? [[name, value]] : [],
    ),
  );
  const bytes = Buffer.byteLength(message.body);
  const unpacked = unpackText(message.body);
  if (!('text' in unpacked)) return { attributes, bytes };
  const json = parseJson(unpacked.text)?.value;
  const sns = snsSchema.safeParse(json);
  if (!sns.success) return { attributes, bytes, text: unpacked.text, json };
  for (const [name, { Value }] of Object.entries(sns.data.MessageAttributes)) {
    if (!attributes.has(name)) attributes.set(name, Value);
  }
  const inner = sns.data.Message;
  return { attributes, bytes, text: inner, json: parseJson(inner)?.value };
}
