/* Cases are called from the one test file, aws.contract.test.ts. */
/* eslint-disable jest/no-standalone-expect */
import {
  CreateQueueCommand,
  DeleteQueueCommand,
  GetQueueUrlCommand,
  ListQueuesCommand,
  ListQueueTagsCommand,
  PurgeQueueCommand,
  SetQueueAttributesCommand,
  TagQueueCommand,
  UntagQueueCommand,
} from '@aws-sdk/client-sqs';
import { ContractCases } from '../ContractSubject';
import { attributesOf, makeQueue, receive, send } from '../queueOf';

/** What SQS does with queues as such. */
export const queueCases: ContractCases = {
  'creates, finds and describes a queue': async subject => {
    const queue = await makeQueue(subject, 'basic', {
      VisibilityTimeout: '45',
    });
    const { name, QueueUrl } = queue;
    expect(QueueUrl).toMatch(new RegExp(`/\\d{12}/${name}$`));
    const found = await subject.sqs.send(
      new GetQueueUrlCommand({ QueueName: name }),
    );
    expect(found.QueueUrl).toBe(QueueUrl);
    expect(await attributesOf(subject, QueueUrl, 'All')).toMatchObject({
      VisibilityTimeout: '45',
      ApproximateNumberOfMessages: '0',
      MessageRetentionPeriod: '345600',
      QueueArn: expect.stringMatching(
        new RegExp(`^arn:aws:sqs:eu-west-1:\\d{12}:${name}$`),
      ),
    });
  },

  'tells when a queue was created, in whole seconds': async subject => {
    const { QueueUrl } = await makeQueue(subject, 'created');
    expect(await attributesOf(subject, QueueUrl, 'CreatedTimestamp')).toEqual({
      CreatedTimestamp: expect.stringMatching(/^\d{10}$/),
    });
  },

  'encrypts with its own key unless told otherwise': async subject => {
    const { QueueUrl } = await makeQueue(subject, 'encrypted');
    expect(
      await attributesOf(subject, QueueUrl, 'SqsManagedSseEnabled'),
    ).toEqual({ SqsManagedSseEnabled: 'true' });
    await subject.sqs.send(
      new SetQueueAttributesCommand({
        QueueUrl,
        Attributes: { SqsManagedSseEnabled: 'false' },
      }),
    );
    expect(
      await attributesOf(subject, QueueUrl, 'SqsManagedSseEnabled'),
    ).toEqual({ SqsManagedSseEnabled: 'false' });
  },

  'takes messages of 1 MiB by default': async subject => {
    const { QueueUrl } = await makeQueue(subject, 'sized');
    expect(await attributesOf(subject, QueueUrl, 'MaximumMessageSize')).toEqual(
      { MaximumMessageSize: '1048576' },
    );
  },

  'tags a queue and takes tags away': async subject => {
    const { QueueUrl } = await makeQueue(subject, 'tags', {}, { owner: 'a' });
    const Tags = { system: 's' };
    await subject.sqs.send(new TagQueueCommand({ QueueUrl, Tags }));
    await subject.sqs.send(
      new UntagQueueCommand({ QueueUrl, TagKeys: ['owner'] }),
    );
    const found = await subject.sqs.send(
      new ListQueueTagsCommand({ QueueUrl }),
    );
    expect(found.Tags).toEqual(Tags);
  },

  'no longer finds a queue that was deleted': async subject => {
    const { name, QueueUrl } = await makeQueue(subject, 'deleted');
    await subject.sqs.send(new DeleteQueueCommand({ QueueUrl }));
    const gone = { name: 'QueueDoesNotExist' };
    await expect(
      subject.sqs.send(new GetQueueUrlCommand({ QueueName: name })),
    ).rejects.toMatchObject(gone);
    await expect(attributesOf(subject, QueueUrl, 'All')).rejects.toMatchObject(
      gone,
    );
  },

  'creates the same queue twice, but not with other attributes':
    async subject => {
      const queue = await makeQueue(subject, 'twice', { DelaySeconds: '1' });
      const again = (DelaySeconds: string) =>
        subject.sqs.send(
          new CreateQueueCommand({
            QueueName: queue.name,
            Attributes: { DelaySeconds },
          }),
        );
      expect((await again('1')).QueueUrl).toBe(queue.QueueUrl);
      await expect(again('2')).rejects.toMatchObject({
        name: 'QueueNameExists',
      });
    },

  'keeps a policy as it was given': async subject => {
    const { QueueUrl, arn } = await makeQueue(subject, 'policy');
    const Policy = JSON.stringify({
      Version: '2012-10-17',
      Statement: [
        {
          Sid: 'topic',
          Effect: 'Allow',
          Principal: { Service: 'sns.amazonaws.com' },
          Action: 'sqs:SendMessage',
          Resource: arn,
          Condition: {
            ArnEquals: {
              'aws:SourceArn': 'arn:aws:sns:eu-west-1:111111111111:topic',
            },
          },
        },
      ],
    });
    await subject.sqs.send(
      new SetQueueAttributesCommand({ QueueUrl, Attributes: { Policy } }),
    );
    const kept = await attributesOf(subject, QueueUrl, 'Policy');
    expect(JSON.parse(kept.Policy ?? '')).toEqual(JSON.parse(Policy));
  },

  'pages through queues by prefix': async subject => {
    const QueueNamePrefix = subject.unique('page');
    for (const name of ['-1', '-2', '-3']) {
      const QueueName = `${QueueNamePrefix}${name}`;
      await subject.sqs.send(new CreateQueueCommand({ QueueName }));
    }
    const list = (NextToken?: string) =>
      subject.sqs.send(
        new ListQueuesCommand({ QueueNamePrefix, MaxResults: 2, NextToken }),
      );
    const first = await list();
    expect(first.QueueUrls).toHaveLength(2);
    const second = await list(first.NextToken);
    expect(second.QueueUrls).toHaveLength(1);
    expect(second.NextToken).toBeUndefined();
  },

  'refuses names that are none': async subject => {
    await expect(
      subject.sqs.send(new CreateQueueCommand({ QueueName: 'not a name' })),
    ).rejects.toMatchObject({ name: 'InvalidParameterValue' });
  },

  'refuses attribute values out of bounds': async subject => {
    await expect(
      makeQueue(subject, 'bad', { VisibilityTimeout: '99999' }),
    ).rejects.toMatchObject({ name: expect.stringMatching(/^InvalidA/) });
  },

  'refuses attributes it does not know': async subject => {
    await expect(
      makeQueue(subject, 'unknown', { Colour: 'blue' }),
    ).rejects.toMatchObject({ name: 'InvalidAttributeName' });
  },

  'empties a queue': async subject => {
    const queue = await makeQueue(subject, 'purge');
    await send(subject, queue, 'x');
    const { QueueUrl } = queue;
    await subject.sqs.send(new PurgeQueueCommand({ QueueUrl }));
    expect(await receive(subject, queue)).toEqual([]);
  },

  'refuses a second purge within a minute': async subject => {
    const { QueueUrl } = await makeQueue(subject, 'purges');
    const purge = () => subject.sqs.send(new PurgeQueueCommand({ QueueUrl }));
    await purge();
    await expect(purge()).rejects.toMatchObject({
      name: 'PurgeQueueInProgress',
    });
    await subject.pass(60_000);
    await purge();
  },
};
