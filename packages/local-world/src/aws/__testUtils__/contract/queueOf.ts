import {
  CreateQueueCommand,
  GetQueueAttributesCommand,
  Message,
  QueueAttributeName,
  ReceiveMessageCommand,
  ReceiveMessageCommandInput,
  SendMessageCommand,
  SendMessageCommandInput,
} from '@aws-sdk/client-sqs';
import { ContractSubject } from './ContractSubject';

/** A queue that a case made. */
export interface ContractQueue {
  readonly name: string;
  readonly QueueUrl: string;
  readonly arn: string;
}

/** Attributes of a queue, by name. */
export async function attributesOf(
  { sqs }: Pick<ContractSubject, 'sqs'>,
  QueueUrl: string,
  ...AttributeNames: QueueAttributeName[]
): Promise<Record<string, string | undefined>> {
  const { Attributes } = await sqs.send(
    new GetQueueAttributesCommand({ QueueUrl, AttributeNames }),
  );
  return Attributes ?? {};
}

/** Makes a queue with a name of its own, a FIFO queue when the label ends in `.fifo`. */
export async function makeQueue(
  subject: ContractSubject,
  label: string,
  attributes: Record<string, string> = {},
  tags: Record<string, string> = {},
): Promise<ContractQueue> {
  const name = subject.unique(label);
  const fifo = name.endsWith('.fifo') ? { FifoQueue: 'true' } : {};
  const { QueueUrl = '' } = await subject.sqs.send(
    new CreateQueueCommand({
      QueueName: name,
      Attributes: { ...fifo, ...attributes },
      tags,
    }),
  );
  const { QueueArn = '' } = await attributesOf(subject, QueueUrl, 'QueueArn');
  return { name, QueueUrl, arn: QueueArn };
}

/** The `RedrivePolicy` that gives messages up to a queue. */
export const redriveTo = (
  { arn }: Pick<ContractQueue, 'arn'>,
  maxReceiveCount: number,
) => ({
  RedrivePolicy: JSON.stringify({ deadLetterTargetArn: arn, maxReceiveCount }),
});

/** A queue that gives messages up after one receive, and its dead-letter queue. */
export async function makePair(
  subject: ContractSubject,
  suffix: '' | '.fifo' = '',
  deadAttributes: Record<string, string> = {},
) {
  const dead = await makeQueue(subject, `dead${suffix}`, deadAttributes);
  const source = await makeQueue(
    subject,
    `source${suffix}`,
    redriveTo(dead, 1),
  );
  return { dead, source };
}

/** Sends one message. */
export const send = (
  { sqs }: ContractSubject,
  { QueueUrl }: ContractQueue,
  MessageBody: string,
  more: Partial<SendMessageCommandInput> = {},
) => sqs.send(new SendMessageCommand({ QueueUrl, MessageBody, ...more }));

/** Receives once, with all attributes. */
export async function receive(
  { sqs }: ContractSubject,
  { QueueUrl }: ContractQueue,
  more: Partial<ReceiveMessageCommandInput> = {},
): Promise<Message[]> {
  const { Messages } = await sqs.send(
    new ReceiveMessageCommand({
      QueueUrl,
      MessageSystemAttributeNames: ['All'],
      MessageAttributeNames: ['All'],
      ...more,
    }),
  );
  return Messages ?? [];
}

/** Sends messages and lets each fail once, so that the next receive gives them up; for pairs of {@link makePair}. */
export async function fillDeadLetters(
  subject: ContractSubject,
  source: ContractQueue,
  bodies: readonly string[],
  more: Partial<SendMessageCommandInput> = {},
): Promise<void> {
  for (const [at, body] of bodies.entries()) {
    const fifo = source.name.endsWith('.fifo')
      ? { MessageGroupId: 'group', MessageDeduplicationId: String(at) }
      : {};
    await send(subject, source, body, { ...fifo, ...more });
  }
  for (let receives = 0; receives < 2; receives += 1) {
    const MaxNumberOfMessages = 10;
    await receive(subject, source, {
      MaxNumberOfMessages,
      VisibilityTimeout: 0,
    });
  }
}
