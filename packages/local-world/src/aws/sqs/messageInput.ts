import { z } from 'zod';
import { AwsError } from '../server/AwsError';
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
  MessageGroupId: z.string().min(1).max(128).optional(),
  MessageDeduplicationId: z.string().min(1).max(128).optional(),
});

/** Checks a message against its queue. */
export function outgoing(
  input: z.output<typeof messageInput>,
  queue: Queue,
): OutgoingMessage {
  const limit = queue.seconds('MaximumMessageSize');
  if (Buffer.byteLength(input.MessageBody) > limit) {
    throw new AwsError(
      'InvalidParameterValue',
      `One or more parameters are invalid. Reason: Message must be shorter than ${limit} bytes.`,
    );
  }
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
  return {
    body: input.MessageBody,
    attributes: input.MessageAttributes,
    delaySeconds: input.DelaySeconds,
    groupId: input.MessageGroupId,
    deduplicationId: input.MessageDeduplicationId,
  };
}
