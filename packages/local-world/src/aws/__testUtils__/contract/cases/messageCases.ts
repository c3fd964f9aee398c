/* Cases are called from the one test file, aws.contract.test.ts. */
/* eslint-disable jest/no-standalone-expect */
import {
  ChangeMessageVisibilityCommand,
  DeleteMessageBatchCommand,
  DeleteMessageCommand,
  SendMessageBatchCommand,
} from '@aws-sdk/client-sqs';
import { ContractCases } from '../ContractSubject';
import { attributesOf, makeQueue, receive, send } from '../queueOf';

const traced = (StringValue: string) => ({
  MessageSystemAttributes: {
    AWSTraceHeader: { DataType: 'String' as const, StringValue },
  },
});

/** How SQS moves messages of standard queues. */
export const messageCases: ContractCases = {
  'sends, receives, hides, shows again and deletes messages': async subject => {
    const { sqs, pass } = subject;
    const queue = await makeQueue(subject, 'flow', { VisibilityTimeout: '1' });
    const { QueueUrl } = queue;
    await send(subject, queue, 'one');
    expect(await receive(subject, queue)).toEqual([
      expect.objectContaining({ Body: 'one' }),
    ]);
    expect(await receive(subject, queue)).toEqual([]);
    await pass(1_100);
    const [again] = await receive(subject, queue);
    expect(again.Attributes?.ApproximateReceiveCount).toBe('2');
    await sqs.send(
      new ChangeMessageVisibilityCommand({
        QueueUrl,
        ReceiptHandle: again.ReceiptHandle,
        VisibilityTimeout: 0,
      }),
    );
    const [{ ReceiptHandle }] = await receive(subject, queue);
    await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }));
    await pass(1_100);
    expect(await receive(subject, queue)).toEqual([]);
  },

  'counts visible, in-flight and delayed messages of a batch':
    async subject => {
      const queue = await makeQueue(subject, 'counts');
      const { QueueUrl } = queue;
      const sent = await subject.sqs.send(
        new SendMessageBatchCommand({
          QueueUrl,
          Entries: [
            { Id: 'a', MessageBody: 'a' },
            { Id: 'b', MessageBody: 'b' },
            { Id: 'c', MessageBody: 'c', DelaySeconds: 60 },
          ],
        }),
      );
      expect(sent.Successful?.map(({ Id }) => Id)).toEqual(['a', 'b', 'c']);
      const [{ ReceiptHandle }] = await receive(subject, queue);
      const counts = await attributesOf(
        subject,
        QueueUrl,
        'ApproximateNumberOfMessages',
        'ApproximateNumberOfMessagesNotVisible',
        'ApproximateNumberOfMessagesDelayed',
      );
      expect(counts).toEqual({
        ApproximateNumberOfMessages: '1',
        ApproximateNumberOfMessagesNotVisible: '1',
        ApproximateNumberOfMessagesDelayed: '1',
      });
      const deleted = await subject.sqs.send(
        new DeleteMessageBatchCommand({
          QueueUrl,
          Entries: [{ Id: 'x', ReceiptHandle }],
        }),
      );
      expect(deleted.Successful).toEqual([{ Id: 'x' }]);
    },

  'tells who sent a message, when, and how often it was received':
    async subject => {
      const queue = await makeQueue(subject, 'system', {
        VisibilityTimeout: '0',
      });
      await send(subject, queue, 'x');
      const [first] = await receive(subject, queue);
      const [second] = await receive(subject, queue);
      expect(second.Attributes).toEqual({
        SenderId: expect.stringMatching(/\S/),
        SentTimestamp: first.Attributes?.SentTimestamp,
        ApproximateReceiveCount: '2',
        ApproximateFirstReceiveTimestamp:
          first.Attributes?.ApproximateFirstReceiveTimestamp,
      });
      expect(first.Attributes?.SentTimestamp).toMatch(/^\d{13}$/);
    },

  'carries the trace header': async subject => {
    const queue = await makeQueue(subject, 'trace');
    const StringValue = 'Root=1-67891233-abcdef012345678912345678;Sampled=1';
    await send(subject, queue, 'x', traced(StringValue));
    const [message] = await receive(subject, queue);
    expect(message.Attributes?.AWSTraceHeader).toBe(StringValue);
  },

  'answers a digest of the trace header': async subject => {
    const queue = await makeQueue(subject, 'traced');
    const sent = await send(
      subject,
      queue,
      'x',
      traced('Root=1-67891233-abcdef012345678912345678;Sampled=1'),
    );
    expect(sent.MD5OfMessageSystemAttributes).toBe(
      '80ab1a293b819b696fbef80d0852db15',
    );
  },

  'lets a message that is deleted twice be gone': async subject => {
    const queue = await makeQueue(subject, 'gone');
    await send(subject, queue, 'x');
    const [{ ReceiptHandle }] = await receive(subject, queue);
    const { QueueUrl } = queue;
    const remove = () =>
      subject.sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }));
    await remove();
    await remove();
    expect(await receive(subject, queue)).toEqual([]);
  },

  'refuses receipts that are none': async subject => {
    const { QueueUrl } = await makeQueue(subject, 'receipts');
    const ReceiptHandle = 'nonsense';
    await expect(
      subject.sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle })),
    ).rejects.toMatchObject({ name: 'ReceiptHandleIsInvalid' });
  },

  'refuses more than 10 messages a receive': async subject => {
    const queue = await makeQueue(subject, 'eleven');
    await expect(
      receive(subject, queue, { MaxNumberOfMessages: 11 }),
    ).rejects.toMatchObject({ name: 'InvalidParameterValue' });
  },

  'refuses batches that are empty, too long or repeat an id': async subject => {
    const { QueueUrl } = await makeQueue(subject, 'batches');
    const batch = (ids: string[]) =>
      subject.sqs.send(
        new SendMessageBatchCommand({
          QueueUrl,
          Entries: ids.map(Id => ({ Id, MessageBody: 'x' })),
        }),
      );
    await expect(batch([])).rejects.toMatchObject({
      name: 'EmptyBatchRequest',
    });
    await expect(
      batch(Array.from({ length: 11 }, (_, at) => String(at))),
    ).rejects.toMatchObject({ name: 'TooManyEntriesInBatchRequest' });
    await expect(batch(['a', 'a'])).rejects.toMatchObject({
      name: 'BatchEntryIdsNotDistinct',
    });
  },
};
