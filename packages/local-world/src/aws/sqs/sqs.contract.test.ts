/* The checks of the contract stand in a record, so that they run against two subjects. */
/* eslint-disable jest/no-standalone-expect, jest/expect-expect */
import { setTimeout as delay } from 'node:timers/promises';
import { hasMoto, startMoto } from '../__testUtils__/startMoto';
import { clientsFor, startTestAws } from '../__testUtils__/startTestAws';
import {
  ChangeMessageVisibilityCommand,
  CreateQueueCommand,
  DeleteMessageBatchCommand,
  DeleteMessageCommand,
  DeleteQueueCommand,
  GetQueueAttributesCommand,
  GetQueueUrlCommand,
  ListDeadLetterSourceQueuesCommand,
  ListQueuesCommand,
  ListQueueTagsCommand,
  PurgeQueueCommand,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  SendMessageCommand,
  SetQueueAttributesCommand,
  SQSClient,
  TagQueueCommand,
  UntagQueueCommand,
} from '@aws-sdk/client-sqs';

/** What is under test, and what it is known to do unlike SQS. */
interface SqsSubject {
  readonly sqs: () => SQSClient;
  /** Lets time pass in the subject. */
  readonly pass: (ms: number) => Promise<void>;
  readonly deviations: ReadonlySet<string>;
}

const tests: Record<string, (subject: SqsSubject) => Promise<void>> = {
  'creates, finds, describes, tags and deletes a queue': async ({ sqs }) => {
    const created = await sqs().send(
      new CreateQueueCommand({
        QueueName: 'contract-basic',
        Attributes: { VisibilityTimeout: '45' },
        tags: { owner: 'orders' },
      }),
    );
    const { QueueUrl } = created;
    expect(QueueUrl).toMatch(/\/\d{12}\/contract-basic$/);
    const found = await sqs().send(
      new GetQueueUrlCommand({ QueueName: 'contract-basic' }),
    );
    expect(found.QueueUrl).toBe(QueueUrl);
    const { Attributes } = await sqs().send(
      new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['All'] }),
    );
    expect(Attributes).toMatchObject({
      VisibilityTimeout: '45',
      ApproximateNumberOfMessages: '0',
      MessageRetentionPeriod: '345600',
      QueueArn: expect.stringMatching(
        /^arn:aws:sqs:eu-west-1:\d{12}:contract-basic$/,
      ),
    });
    await sqs().send(new TagQueueCommand({ QueueUrl, Tags: { system: 's' } }));
    await sqs().send(new UntagQueueCommand({ QueueUrl, TagKeys: ['owner'] }));
    const tags = await sqs().send(new ListQueueTagsCommand({ QueueUrl }));
    expect(tags.Tags).toEqual({ system: 's' });
    await sqs().send(new DeleteQueueCommand({ QueueUrl }));
    await expect(
      sqs().send(new GetQueueUrlCommand({ QueueName: 'contract-basic' })),
    ).rejects.toMatchObject({ name: 'QueueDoesNotExist' });
  },

  'sends, receives, hides, shows again and deletes messages': async ({
    sqs,
    pass,
  }) => {
    const { QueueUrl } = await sqs().send(
      new CreateQueueCommand({ QueueName: 'contract-flow' }),
    );
    await sqs().send(
      new SendMessageCommand({
        QueueUrl,
        MessageBody: 'one',
        MessageAttributes: {
          trace: { DataType: 'String', StringValue: 'abc' },
        },
      }),
    );
    const receive = () =>
      sqs().send(
        new ReceiveMessageCommand({
          QueueUrl,
          VisibilityTimeout: 1,
          MessageSystemAttributeNames: ['All'],
          MessageAttributeNames: ['All'],
        }),
      );
    const first = await receive();
    expect(first.Messages).toEqual([
      expect.objectContaining({
        Body: 'one',
        MessageAttributes: {
          trace: expect.objectContaining({ StringValue: 'abc' }),
        },
        Attributes: expect.objectContaining({ ApproximateReceiveCount: '1' }),
      }),
    ]);
    expect((await receive()).Messages ?? []).toEqual([]);
    await pass(1_100);
    const again = await receive();
    expect(again.Messages?.[0].Attributes?.ApproximateReceiveCount).toBe('2');
    await sqs().send(
      new ChangeMessageVisibilityCommand({
        QueueUrl,
        ReceiptHandle: again.Messages?.[0].ReceiptHandle,
        VisibilityTimeout: 0,
      }),
    );
    const third = await receive();
    await sqs().send(
      new DeleteMessageCommand({
        QueueUrl,
        ReceiptHandle: third.Messages?.[0].ReceiptHandle,
      }),
    );
    await pass(1_100);
    expect((await receive()).Messages ?? []).toEqual([]);
  },

  'counts visible, in-flight and delayed messages of a batch': async ({
    sqs,
  }) => {
    const { QueueUrl } = await sqs().send(
      new CreateQueueCommand({ QueueName: 'contract-counts' }),
    );
    const sent = await sqs().send(
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
    const received = await sqs().send(new ReceiveMessageCommand({ QueueUrl }));
    const names = [
      'ApproximateNumberOfMessages',
      'ApproximateNumberOfMessagesNotVisible',
      'ApproximateNumberOfMessagesDelayed',
    ] as const;
    const counts = await sqs().send(
      new GetQueueAttributesCommand({ QueueUrl, AttributeNames: [...names] }),
    );
    expect(counts.Attributes).toEqual({
      ApproximateNumberOfMessages: '1',
      ApproximateNumberOfMessagesNotVisible: '1',
      ApproximateNumberOfMessagesDelayed: '1',
    });
    const receipt = received.Messages?.[0].ReceiptHandle;
    const deleted = await sqs().send(
      new DeleteMessageBatchCommand({
        QueueUrl,
        Entries: [{ Id: 'x', ReceiptHandle: receipt }],
      }),
    );
    expect(deleted.Successful).toEqual([{ Id: 'x' }]);
  },

  'gives a message up to the dead-letter queue, and lists the sources': async ({
    sqs,
  }) => {
    const dead = await sqs().send(
      new CreateQueueCommand({ QueueName: 'contract-dead-dlq' }),
    );
    const { Attributes } = await sqs().send(
      new GetQueueAttributesCommand({
        QueueUrl: dead.QueueUrl,
        AttributeNames: ['QueueArn'],
      }),
    );
    const { QueueUrl } = await sqs().send(
      new CreateQueueCommand({ QueueName: 'contract-dead' }),
    );
    await sqs().send(
      new SetQueueAttributesCommand({
        QueueUrl,
        Attributes: {
          RedrivePolicy: JSON.stringify({
            deadLetterTargetArn: Attributes?.QueueArn,
            maxReceiveCount: 2,
          }),
        },
      }),
    );
    const sources = await sqs().send(
      new ListDeadLetterSourceQueuesCommand({ QueueUrl: dead.QueueUrl }),
    );
    expect(sources.queueUrls).toEqual([QueueUrl]);
    await sqs().send(
      new SendMessageCommand({ QueueUrl, MessageBody: 'poison' }),
    );
    for (let receives = 0; receives < 3; receives += 1) {
      await sqs().send(
        new ReceiveMessageCommand({ QueueUrl, VisibilityTimeout: 0 }),
      );
    }
    const letters = await sqs().send(
      new ReceiveMessageCommand({ QueueUrl: dead.QueueUrl }),
    );
    expect(letters.Messages?.map(({ Body }) => Body)).toEqual(['poison']);
  },

  'pages through queues by prefix': async ({ sqs }) => {
    for (const name of ['page-1', 'page-2', 'page-3', 'other']) {
      await sqs().send(new CreateQueueCommand({ QueueName: name }));
    }
    const list = (NextToken?: string) =>
      sqs().send(
        new ListQueuesCommand({
          QueueNamePrefix: 'page-',
          MaxResults: 2,
          NextToken,
        }),
      );
    const first = await list();
    expect(first.QueueUrls).toHaveLength(2);
    const second = await list(first.NextToken);
    expect(second.QueueUrls).toHaveLength(1);
    expect(second.NextToken).toBeUndefined();
  },

  'orders a FIFO queue by group and drops duplicates': async ({ sqs }) => {
    const { QueueUrl } = await sqs().send(
      new CreateQueueCommand({
        QueueName: 'contract.fifo',
        Attributes: { FifoQueue: 'true' },
      }),
    );
    const send = (body: string, group: string | undefined, id: string) =>
      sqs().send(
        new SendMessageCommand({
          QueueUrl,
          MessageBody: body,
          MessageGroupId: group,
          MessageDeduplicationId: id,
        }),
      );
    await send('a1', 'a', '1');
    await send('a2', 'a', '2');
    await send('a1 again', 'a', '1');
    await send('b1', 'b', '3');
    const receive = async () => {
      const { Messages } = await sqs().send(
        new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 1 }),
      );
      return Messages?.[0].Body;
    };
    expect([await receive(), await receive(), await receive()]).toEqual([
      'a1',
      'b1',
      undefined,
    ]);
    await expect(send('no group', undefined, '4')).rejects.toMatchObject({
      name: 'MissingParameter',
    });
  },

  'refuses what SQS refuses': async ({ sqs }) => {
    await expect(
      sqs().send(new CreateQueueCommand({ QueueName: 'not a name' })),
    ).rejects.toMatchObject({ name: 'InvalidParameterValue' });
    const { QueueUrl } = await sqs().send(
      new CreateQueueCommand({ QueueName: 'contract-refuse' }),
    );
    await expect(
      sqs().send(
        new DeleteMessageCommand({ QueueUrl, ReceiptHandle: 'nonsense' }),
      ),
    ).rejects.toMatchObject({ name: 'ReceiptHandleIsInvalid' });
    await expect(
      sqs().send(new SendMessageBatchCommand({ QueueUrl, Entries: [] })),
    ).rejects.toMatchObject({ name: 'EmptyBatchRequest' });
  },

  'refuses attribute values out of bounds': async ({ sqs }) => {
    await expect(
      sqs().send(
        new CreateQueueCommand({
          QueueName: 'contract-bad',
          Attributes: { VisibilityTimeout: '99999' },
        }),
      ),
    ).rejects.toMatchObject({ name: expect.stringMatching(/^InvalidA/) });
  },

  'refuses a second purge within a minute': async ({ sqs, pass }) => {
    const { QueueUrl } = await sqs().send(
      new CreateQueueCommand({ QueueName: 'contract-purge' }),
    );
    await sqs().send(new SendMessageCommand({ QueueUrl, MessageBody: 'x' }));
    await sqs().send(new PurgeQueueCommand({ QueueUrl }));
    await expect(
      sqs().send(new PurgeQueueCommand({ QueueUrl })),
    ).rejects.toMatchObject({ name: 'PurgeQueueInProgress' });
    await pass(60_000);
    await sqs().send(new PurgeQueueCommand({ QueueUrl }));
  },
};

/** Runs the contract; what a subject is known to do otherwise must still fail, so that the list stays true. */
function describeSqsContract(name: string, subject: SqsSubject): void {
  describe(`${name}`, () => {
    const titles = Object.keys(tests);
    const kept = titles.filter(title => !subject.deviations.has(title));
    const deviating = titles.filter(title => subject.deviations.has(title));
    it.each(kept)('%s', title => tests[title](subject));
    it.failing.each(deviating)('%s', title => tests[title](subject));
  });
}

describe('SQS contract', () => {
  let ours: Awaited<ReturnType<typeof startTestAws>>;
  beforeAll(async () => {
    ours = await startTestAws();
  });
  afterAll(() => ours.stop());

  describeSqsContract('the AWS stand-in', {
    sqs: () => ours.sqs,
    pass: ms => ours.clock.advance(ms),
    deviations: new Set(),
  });
});

// Shows as skipped where moto_server is not installed.
(hasMoto() ? describe : describe.skip)('SQS contract against moto', () => {
  let moto: Awaited<ReturnType<typeof startMoto>>;
  let clients: ReturnType<typeof clientsFor>;
  beforeAll(async () => {
    moto = await startMoto();
    clients = clientsFor(moto.endpoint, {
      accessKeyId: 'AKIAMOTO000000000000',
      secretAccessKey: 'moto',
    });
  }, 30_000);
  afterAll(() => moto.stop());

  describeSqsContract('moto', {
    sqs: () => clients.sqs,
    pass: ms => delay(Math.min(ms, 1_500)),
    // What moto is known to do unlike SQS.
    deviations: new Set([
      'pages through queues by prefix',
      'refuses attribute values out of bounds',
      'refuses a second purge within a minute',
    ]),
  });
});
