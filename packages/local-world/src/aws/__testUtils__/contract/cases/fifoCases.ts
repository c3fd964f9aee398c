/* Cases are called from the one test file, aws.contract.test.ts. */
/* eslint-disable jest/no-standalone-expect */
import { SendMessageCommand } from '@aws-sdk/client-sqs';
import { ContractCases, ContractSubject } from '../ContractSubject';
import {
  attributesOf,
  ContractQueue,
  fillDeadLetters,
  makePair,
  makeQueue,
  receive,
  send,
} from '../queueOf';

const toGroup = (MessageGroupId: string, MessageDeduplicationId?: string) => ({
  MessageGroupId,
  MessageDeduplicationId,
});

const bodies = async (
  subject: ContractSubject,
  queue: ContractQueue,
  MaxNumberOfMessages = 10,
) => {
  const found = await receive(subject, queue, { MaxNumberOfMessages });
  return found.map(({ Body }) => Body);
};

/** How SQS moves messages of FIFO queues. */
export const fifoCases: ContractCases = {
  'hands out a group in order, one group at a time': async subject => {
    const queue = await makeQueue(subject, 'order.fifo');
    await send(subject, queue, 'a1', toGroup('a', '1'));
    await send(subject, queue, 'a2', toGroup('a', '2'));
    await send(subject, queue, 'b1', toGroup('b', '3'));
    expect(await bodies(subject, queue, 1)).toEqual(['a1']);
    // a2 waits for a1.
    expect(await bodies(subject, queue)).toEqual(['b1']);
  },

  'drops duplicates of five minutes and answers the id of the first':
    async subject => {
      const queue = await makeQueue(subject, 'duplicates.fifo');
      const first = await send(subject, queue, 'one', toGroup('a', '1'));
      const second = await send(subject, queue, 'again', toGroup('a', '1'));
      expect(second.MessageId).toBe(first.MessageId);
      expect(await bodies(subject, queue)).toEqual(['one']);
    },

  'tells duplicates by their content where it is set up so': async subject => {
    const queue = await makeQueue(subject, 'content.fifo', {
      ContentBasedDeduplication: 'true',
    });
    await send(subject, queue, 'same', toGroup('a'));
    await send(subject, queue, 'same', toGroup('a'));
    expect(await bodies(subject, queue)).toEqual(['same']);
  },

  'numbers messages in sequence': async subject => {
    const queue = await makeQueue(subject, 'sequence.fifo');
    const numbers: string[] = [];
    // Enough of them that numbers drawn at random do not rise by chance.
    for (const id of '123456789') {
      const sent = await send(subject, queue, id, toGroup('a', id));
      numbers.push(sent.SequenceNumber ?? '');
    }
    expect(numbers[0]).toMatch(/^\d{20}$/);
    expect(numbers).toEqual([...numbers].sort());
    const [message] = await receive(subject, queue);
    expect(message.Attributes).toMatchObject({
      SequenceNumber: numbers[0],
      MessageGroupId: 'a',
      MessageDeduplicationId: '1',
    });
  },

  'describes itself as FIFO': async subject => {
    const { QueueUrl } = await makeQueue(subject, 'describe.fifo');
    expect(await attributesOf(subject, QueueUrl, 'All')).toMatchObject({
      FifoQueue: 'true',
      ContentBasedDeduplication: 'false',
      DeduplicationScope: 'queue',
      FifoThroughputLimit: 'perQueue',
    });
  },

  'needs a group and something to tell duplicates by': async subject => {
    const { QueueUrl } = await makeQueue(subject, 'needs.fifo');
    const MessageBody = 'x';
    await expect(
      subject.sqs.send(new SendMessageCommand({ QueueUrl, MessageBody })),
    ).rejects.toMatchObject({ name: 'MissingParameter' });
    await expect(
      subject.sqs.send(
        new SendMessageCommand({ QueueUrl, MessageBody, ...toGroup('a') }),
      ),
    ).rejects.toMatchObject({ name: 'InvalidParameterValue' });
  },

  'gives messages up in order, each with its id to tell duplicates by':
    async subject => {
      const { dead, source } = await makePair(subject, '.fifo');
      await fillDeadLetters(subject, source, ['one', 'two']);
      const letters = await receive(subject, dead, { MaxNumberOfMessages: 10 });
      expect(letters.map(({ Body }) => Body)).toEqual(['one', 'two']);
      expect(letters[0].Attributes).toMatchObject({
        MessageGroupId: 'group',
        MessageDeduplicationId: letters[0].MessageId,
      });
    },

  'takes a group on a standard queue too': async subject => {
    const queue = await makeQueue(subject, 'fair');
    await send(subject, queue, 'x', { MessageGroupId: 'tenant' });
    const [message] = await receive(subject, queue);
    expect(message.Attributes?.MessageGroupId).toBe('tenant');
  },
};
