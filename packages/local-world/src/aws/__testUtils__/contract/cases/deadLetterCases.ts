/* Cases are called from the one test file, aws.contract.test.ts. */
/* eslint-disable jest/no-standalone-expect */
import {
  ListDeadLetterSourceQueuesCommand,
  SetQueueAttributesCommand,
} from '@aws-sdk/client-sqs';
import { ContractCases, ContractSubject } from '../ContractSubject';
import {
  attributesOf,
  ContractQueue,
  fillDeadLetters,
  makePair,
  makeQueue,
  receive,
  redriveTo,
  send,
} from '../queueOf';

const setAttributes = (
  { sqs }: ContractSubject,
  { QueueUrl }: ContractQueue,
  Attributes: Record<string, string>,
) => sqs.send(new SetQueueAttributesCommand({ QueueUrl, Attributes }));

const allow = (redrivePermission: string, sourceQueueArns?: string[]) => ({
  RedriveAllowPolicy: JSON.stringify({ redrivePermission, sourceQueueArns }),
});

/** What SQS does with messages that were received too often. */
export const deadLetterCases: ContractCases = {
  'gives a message up to the dead-letter queue': async subject => {
    const { dead, source } = await makePair(subject);
    await fillDeadLetters(subject, source, ['poison']);
    const letters = await receive(subject, dead);
    expect(letters.map(({ Body }) => Body)).toEqual(['poison']);
  },

  'says where a dead letter came from': async subject => {
    const { dead, source } = await makePair(subject);
    await fillDeadLetters(subject, source, ['poison']);
    const [letter] = await receive(subject, dead);
    expect(letter.Attributes?.DeadLetterQueueSourceArn).toBe(source.arn);
  },

  'keeps id, attributes and send time of a dead letter': async subject => {
    const { dead, source } = await makePair(subject);
    const cause = { DataType: 'String', StringValue: 'timeout' };
    await send(subject, source, 'poison', { MessageAttributes: { cause } });
    const [message] = await receive(subject, source, { VisibilityTimeout: 0 });
    await subject.pass(1_100);
    await receive(subject, source);
    const [letter] = await receive(subject, dead);
    expect(letter).toMatchObject({
      MessageId: message.MessageId,
      MessageAttributes: { cause },
      Attributes: { SentTimestamp: message.Attributes?.SentTimestamp },
    });
  },

  'counts a dead letter of a FIFO queue as sent when it was moved':
    async subject => {
      const { dead, source } = await makePair(subject, '.fifo');
      await send(subject, source, 'poison', {
        MessageGroupId: 'a',
        MessageDeduplicationId: '1',
      });
      const [message] = await receive(subject, source, {
        VisibilityTimeout: 0,
      });
      await subject.pass(1_100);
      await receive(subject, source);
      const [letter] = await receive(subject, dead);
      expect(Number(letter.Attributes?.SentTimestamp)).toBeGreaterThan(
        Number(message.Attributes?.SentTimestamp),
      );
    },

  'goes on counting receives of a dead letter': async subject => {
    const { dead, source } = await makePair(subject);
    await fillDeadLetters(subject, source, ['poison']);
    const [letter] = await receive(subject, dead);
    expect(letter.Attributes?.ApproximateReceiveCount).toBe('2');
  },

  'lists the queues that a dead-letter queue serves': async subject => {
    const { dead, source } = await makePair(subject);
    const { QueueUrl } = dead;
    const { queueUrls } = await subject.sqs.send(
      new ListDeadLetterSourceQueuesCommand({ QueueUrl }),
    );
    expect(queueUrls).toEqual([source.QueueUrl]);
  },

  'pages through the queues that a dead-letter queue serves': async subject => {
    const dead = await makeQueue(subject, 'served');
    const sources: string[] = [];
    for (const label of ['a', 'b', 'c']) {
      const queue = await makeQueue(subject, label, redriveTo(dead, 3));
      sources.push(queue.QueueUrl);
    }
    const list = (NextToken?: string) =>
      subject.sqs.send(
        new ListDeadLetterSourceQueuesCommand({
          QueueUrl: dead.QueueUrl,
          MaxResults: 2,
          NextToken,
        }),
      );
    const first = await list();
    expect(first.queueUrls).toHaveLength(2);
    const second = await list(first.NextToken);
    expect(second.NextToken).toBeUndefined();
    expect(
      [...(first.queueUrls ?? []), ...(second.queueUrls ?? [])].sort(),
    ).toEqual(sources.sort());
  },

  'refuses a dead-letter queue that is not there': async subject => {
    const { arn } = await makeQueue(subject, 'near');
    await expect(
      makeQueue(subject, 'source', redriveTo({ arn: `${arn}-not` }, 3)),
    ).rejects.toMatchObject({ name: 'InvalidParameterValue' });
  },

  'refuses a dead-letter queue of the other type': async subject => {
    const dead = await makeQueue(subject, 'standard');
    await expect(
      makeQueue(subject, 'source.fifo', redriveTo(dead, 3)),
    ).rejects.toMatchObject({ name: 'InvalidParameterValue' });
  },

  'keeps a redrive allow policy': async subject => {
    const dead = await makeQueue(subject, 'closed', allow('denyAll'));
    const { RedriveAllowPolicy } = await attributesOf(
      subject,
      dead.QueueUrl,
      'All',
    );
    expect(JSON.parse(RedriveAllowPolicy ?? '{}')).toEqual({
      redrivePermission: 'denyAll',
    });
  },

  'lets only those queues in that a redrive allow policy names':
    async subject => {
      const friend = await makeQueue(subject, 'friend');
      const dead = await makeQueue(
        subject,
        'guarded',
        allow('byQueue', [friend.arn]),
      );
      await setAttributes(subject, friend, redriveTo(dead, 3));
      const stranger = await makeQueue(subject, 'stranger');
      await expect(
        setAttributes(subject, stranger, redriveTo(dead, 3)),
      ).rejects.toMatchObject({ name: 'InvalidParameterValue' });
    },
};
