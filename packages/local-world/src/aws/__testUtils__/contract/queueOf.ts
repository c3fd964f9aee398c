import {
  CreateQueueCommand,
  GetQueueAttributesCommand,
  QueueAttributeName,
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

/** Makes a queue with a name of its own, of the given kind when the name ends in `.fifo`. */
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
