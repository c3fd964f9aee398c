import { Message } from '@aws-sdk/client-sqs';
import { z } from 'zod';
import { MessageAttribute, ReceivedMessage } from './ReceivedMessage';

const time = z.coerce.number().int().nonnegative();

/** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ReceiveMessage.html, MessageSystemAttributeNames */
const systemSchema = z.object({
  SentTimestamp: time,
  ApproximateFirstReceiveTimestamp: time.optional(),
  ApproximateReceiveCount: z.coerce.number().int().default(1),
  DeadLetterQueueSourceArn: z.string().optional(),
  MessageGroupId: z.string().optional(),
  AWSTraceHeader: z.string().optional(),
});

const messageSchema = z.object({
  MessageId: z.string(),
  ReceiptHandle: z.string(),
  Body: z.string().default(''),
  Attributes: systemSchema,
});

function toAttributes(message: Message): MessageAttribute[] {
  return Object.entries(message.MessageAttributes ?? {}).map(
    ([name, { DataType = 'String', StringValue, BinaryValue }]) => ({
      name,
      type: DataType,
      value: BinaryValue ?? StringValue ?? '',
    }),
  );
}

/** A message of the SDK as the services know it. */
export function toReceivedMessage(message: Message): ReceivedMessage {
  const { MessageId, ReceiptHandle, Body, Attributes } =
    messageSchema.parse(message);
  return {
    id: MessageId,
    receipt: ReceiptHandle,
    body: Body,
    attributes: toAttributes(message),
    sentAt: Attributes.SentTimestamp,
    firstReceivedAt: Attributes.ApproximateFirstReceiveTimestamp,
    receiveCount: Attributes.ApproximateReceiveCount,
    sourceArn: Attributes.DeadLetterQueueSourceArn,
    groupId: Attributes.MessageGroupId,
    traceHeader: Attributes.AWSTraceHeader,
  };
}
