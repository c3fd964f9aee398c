import { z } from 'zod';
import { AwsError } from '../server/AwsError';
import { checkMessage } from './checkMessage';
import { Queue } from './Queue';
import { OutgoingMessage } from './SqsMessage';

const messageAttribute = z.object({
  DataType: z.string().regex(/^(String|Number|Binary)(\..*)?$/),
  StringValue: z.string().optional(),
  BinaryValue: z.string().optional(),
});

/** A message as SendMessage and the entries of SendMessageBatch give it. */
export const messageInput = z.object({
  MessageBody: z.string().min(1),
  DelaySeconds: z.number().int().min(0).max(900).optional(),
  MessageAttributes: z.record(z.string(), messageAttribute).optional(),
  MessageSystemAttributes: z
    .strictObject({
      AWSTraceHeader: z.object({
        DataType: z.literal('String'),
        StringValue: z.string().min(1),
      }),
    })
    .partial()
    .optional(),
  MessageGroupId: z.string().min(1).max(128).optional(),
  MessageDeduplicationId: z.string().min(1).max(128).optional(),
});

/** Checks a message against its queue. */
export function outgoing(
  input: z.output<typeof messageInput>,
  queue: Queue,
): OutgoingMessage {
  if (queue.fifo && input.MessageGroupId === undefined) {
    throw new AwsError(
      'MissingParameter',
      'The request must contain the parameter MessageGroupId.',
      { queryCode: 'MissingParameter' },
    );
  }
  if (queue.fifo && input.DelaySeconds !== undefined) {
    throw new AwsError(
      'InvalidParameterValue',
      `Value ${input.DelaySeconds} for parameter DelaySeconds is invalid. Reason: The request include parameter that is not valid for this queue type.`,
    );
  }
  const message: OutgoingMessage = {
    body: input.MessageBody,
    attributes: input.MessageAttributes,
    traceHeader: input.MessageSystemAttributes?.AWSTraceHeader?.StringValue,
    delaySeconds: input.DelaySeconds,
    groupId: input.MessageGroupId,
    deduplicationId: input.MessageDeduplicationId,
  };
  checkMessage(message, queue.seconds('MaximumMessageSize'));
  return message;
}
