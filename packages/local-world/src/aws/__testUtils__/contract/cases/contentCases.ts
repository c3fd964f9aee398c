/* Cases are called from the one test file, aws.contract.test.ts. */
/* eslint-disable jest/no-standalone-expect */
import {
  MessageAttributeValue,
  SendMessageBatchCommand,
} from '@aws-sdk/client-sqs';
import { ContractCases } from '../ContractSubject';
import { makeQueue, receive, send } from '../queueOf';

const text = (StringValue: string, DataType = 'String') => ({
  DataType,
  StringValue,
});

const MEBIBYTE = 1_048_576;

/** What messages of SQS can hold. */
export const contentCases: ContractCases = {
  'carries attributes of every type': async subject => {
    const queue = await makeQueue(subject, 'types');
    const MessageAttributes: Record<string, MessageAttributeValue> = {
      text: text('abc'),
      number: text('12.5', 'Number'),
      custom: text('7', 'Number.int'),
      bytes: { DataType: 'Binary', BinaryValue: Buffer.from([0, 255, 10]) },
    };
    const sent = await send(subject, queue, 'x', { MessageAttributes });
    expect(sent.MD5OfMessageAttributes).toBe(
      '1bf838dbd00a708ee5a7e5b8a75e3c5f',
    );
    const [message] = await receive(subject, queue);
    expect(message.MD5OfMessageAttributes).toBe(sent.MD5OfMessageAttributes);
    expect(message.MessageAttributes).toMatchObject({
      text: text('abc'),
      number: text('12.5', 'Number'),
      custom: text('7', 'Number.int'),
      bytes: { DataType: 'Binary' },
    });
    const { BinaryValue = [] } = message.MessageAttributes?.bytes ?? {};
    expect([...BinaryValue]).toEqual([0, 255, 10]);
  },

  'hands out only the attributes asked for, by name or prefix':
    async subject => {
      const queue = await makeQueue(subject, 'picked');
      const MessageAttributes = {
        'error.type': text('Timeout'),
        'error.stack': text('at pay'),
        tenant: text('acme'),
      };
      await send(subject, queue, 'x', { MessageAttributes });
      const [message] = await receive(subject, queue, {
        MessageAttributeNames: ['error.*'],
        MessageSystemAttributeNames: ['ApproximateReceiveCount'],
      });
      expect(Object.keys(message.MessageAttributes ?? {}).sort()).toEqual([
        'error.stack',
        'error.type',
      ]);
      expect(message.Attributes).toEqual({ ApproximateReceiveCount: '1' });
    },

  'counts the digest over the attributes it hands out': async subject => {
    const queue = await makeQueue(subject, 'digest');
    const only = await send(subject, queue, 'x', {
      MessageAttributes: { a: text('1') },
    });
    const other = await makeQueue(subject, 'digest');
    await send(subject, other, 'x', {
      MessageAttributes: { a: text('1'), b: text('2') },
    });
    const [message] = await receive(subject, other, {
      MessageAttributeNames: ['a'],
    });
    expect(message.MD5OfMessageAttributes).toBe(only.MD5OfMessageAttributes);
  },

  'takes a message of 1 MiB and none above': async subject => {
    const queue = await makeQueue(subject, 'large');
    const { MessageId } = await send(subject, queue, 'x'.repeat(MEBIBYTE));
    expect(MessageId).toBeDefined();
    await expect(
      send(subject, queue, 'x'.repeat(MEBIBYTE + 1)),
    ).rejects.toMatchObject({ name: 'InvalidParameterValue' });
  },

  'counts attributes as part of the size': async subject => {
    const queue = await makeQueue(subject, 'limited', {
      MaximumMessageSize: '1024',
    });
    const MessageAttributes = { a: text('y'.repeat(30)) };
    await expect(
      send(subject, queue, 'x'.repeat(1_000), { MessageAttributes }),
    ).rejects.toMatchObject({ name: 'InvalidParameterValue' });
  },

  'refuses batches above 1 MiB': async subject => {
    const { QueueUrl } = await makeQueue(subject, 'heavy');
    const Entries = ['a', 'b'].map(Id => ({
      Id,
      MessageBody: 'x'.repeat(MEBIBYTE / 2 + 1),
    }));
    await expect(
      subject.sqs.send(new SendMessageBatchCommand({ QueueUrl, Entries })),
    ).rejects.toMatchObject({ name: 'BatchRequestTooLong' });
  },

  'refuses more than 10 attributes': async subject => {
    const queue = await makeQueue(subject, 'many');
    const names = Array.from({ length: 11 }, (_, at) => `a${at}`);
    const MessageAttributes = Object.fromEntries(
      names.map(name => [name, text('x')]),
    );
    await expect(
      send(subject, queue, 'x', { MessageAttributes }),
    ).rejects.toMatchObject({ name: 'InvalidParameterValue' });
  },

  'refuses attributes without a value': async subject => {
    const queue = await makeQueue(subject, 'empty');
    await expect(
      send(subject, queue, 'x', { MessageAttributes: { a: text('') } }),
    ).rejects.toMatchObject({ name: 'InvalidParameterValue' });
  },

  'refuses characters that XML cannot hold': async subject => {
    const queue = await makeQueue(subject, 'characters');
    await expect(send(subject, queue, 'nul \u0000')).rejects.toMatchObject({
      name: 'InvalidMessageContents',
    });
    await send(subject, queue, 'tab\t, line\n, \u202eright to left, \u{1f600}');
    expect((await receive(subject, queue))[0].Body).toContain('\u{1f600}');
  },
};
