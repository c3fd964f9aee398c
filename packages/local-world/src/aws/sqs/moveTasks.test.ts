import {
  CancelMessageMoveTaskCommand,
  CreateQueueCommand,
  GetQueueAttributesCommand,
  ListMessageMoveTasksCommand,
  SendMessageBatchCommand,
  StartMessageMoveTaskCommand,
} from '@aws-sdk/client-sqs';
import { startTestAws } from '../__testUtils__/startTestAws';

describe('message move tasks', () => {
  let aws: Awaited<ReturnType<typeof startTestAws>>;
  let count = 0;
  beforeAll(async () => {
    aws = await startTestAws();
  });
  afterAll(() => aws.stop());

  const attribute = async (
    QueueUrl: string | undefined,
    name: 'QueueArn' | 'ApproximateNumberOfMessages',
  ) => {
    const { Attributes } = await aws.sqs.send(
      new GetQueueAttributesCommand({ QueueUrl, AttributeNames: [name] }),
    );
    return Attributes?.[name];
  };

  /** A queue with a dead-letter queue that holds `letters` messages which came from it. */
  async function pair(letters: number) {
    count += 1;
    const name = `moves-${count}`;
    const dead = await aws.sqs.send(
      new CreateQueueCommand({ QueueName: `${name}-dlq` }),
    );
    const deadArn = await attribute(dead.QueueUrl, 'QueueArn');
    const source = await aws.sqs.send(
      new CreateQueueCommand({
        QueueName: name,
        Attributes: {
          RedrivePolicy: JSON.stringify({
            deadLetterTargetArn: deadArn,
            maxReceiveCount: 1,
          }),
        },
      }),
    );
    const Entries = Array.from({ length: letters }, (_, at) => ({
      Id: String(at),
      MessageBody: `letter ${at}`,
    }));
    if (letters > 0) {
      await aws.sqs.send(
        new SendMessageBatchCommand({ QueueUrl: source.QueueUrl, Entries }),
      );
      const queue = aws.aws.queues.byArn(
        `arn:aws:sqs:eu-west-1:111111111111:${name}`,
      );
      if (queue) {
        aws.aws.flow.receive(queue, letters, 0);
        aws.aws.flow.receive(queue, letters, 0);
      }
    }
    return { dead: dead.QueueUrl, deadArn, source: source.QueueUrl };
  }

  it('returns letters to where they came from, at the velocity asked for', async () => {
    const { dead, deadArn, source } = await pair(10);
    expect(await attribute(dead, 'ApproximateNumberOfMessages')).toBe('10');
    const { TaskHandle } = await aws.sqs.send(
      new StartMessageMoveTaskCommand({
        SourceArn: deadArn,
        MaxNumberOfMessagesPerSecond: 4,
      }),
    );
    await expect(
      aws.sqs.send(new StartMessageMoveTaskCommand({ SourceArn: deadArn })),
    ).rejects.toMatchObject({ name: 'UnsupportedOperation' });
    await aws.clock.advance(1_000);
    const list = () =>
      aws.sqs.send(
        new ListMessageMoveTasksCommand({ SourceArn: deadArn, MaxResults: 10 }),
      );
    expect((await list()).Results).toEqual([
      expect.objectContaining({
        TaskHandle,
        Status: 'RUNNING',
        ApproximateNumberOfMessagesMoved: 4,
        ApproximateNumberOfMessagesToMove: 10,
      }),
    ]);
    await aws.clock.advance(3_000);
    const [done] = (await list()).Results ?? [];
    expect(done).toMatchObject({
      Status: 'COMPLETED',
      ApproximateNumberOfMessagesMoved: 10,
    });
    expect(done.TaskHandle).toBeUndefined();
    expect(await attribute(dead, 'ApproximateNumberOfMessages')).toBe('0');
    expect(await attribute(source, 'ApproximateNumberOfMessages')).toBe('10');
  });

  it('stops when cancelled, and only then can another start', async () => {
    const { dead, deadArn } = await pair(8);
    const start = () =>
      aws.sqs.send(
        new StartMessageMoveTaskCommand({
          SourceArn: deadArn,
          MaxNumberOfMessagesPerSecond: 3,
        }),
      );
    const { TaskHandle } = await start();
    await aws.clock.advance(1_000);
    const cancelled = await aws.sqs.send(
      new CancelMessageMoveTaskCommand({ TaskHandle }),
    );
    expect(cancelled.ApproximateNumberOfMessagesMoved).toBe(3);
    await aws.clock.advance(5_000);
    expect(await attribute(dead, 'ApproximateNumberOfMessages')).toBe('5');
    await expect(
      aws.sqs.send(new CancelMessageMoveTaskCommand({ TaskHandle })),
    ).rejects.toMatchObject({ name: 'UnsupportedOperation' });
    await start();
  });

  it('refuses a source that is no dead-letter queue, and unknown queues', async () => {
    const { source } = await pair(0);
    const sourceArn = await attribute(source, 'QueueArn');
    await expect(
      aws.sqs.send(new StartMessageMoveTaskCommand({ SourceArn: sourceArn })),
    ).rejects.toMatchObject({ name: 'InvalidParameterValue' });
    await expect(
      aws.sqs.send(
        new StartMessageMoveTaskCommand({
          SourceArn: 'arn:aws:sqs:eu-west-1:111111111111:nowhere',
        }),
      ),
    ).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  });

  it('fails where a letter does not say where it came from', async () => {
    const { dead, deadArn } = await pair(0);
    await aws.sqs.send(
      new SendMessageBatchCommand({
        QueueUrl: dead,
        Entries: [{ Id: 'a', MessageBody: 'sent here by hand' }],
      }),
    );
    await aws.sqs.send(new StartMessageMoveTaskCommand({ SourceArn: deadArn }));
    await aws.clock.advance(2_000);
    const { Results } = await aws.sqs.send(
      new ListMessageMoveTasksCommand({ SourceArn: deadArn }),
    );
    expect(Results?.[0]).toMatchObject({
      Status: 'FAILED',
      FailureReason: 'CouldNotDetermineMessageSource',
    });
    expect(await attribute(dead, 'ApproximateNumberOfMessages')).toBe('1');
  });
});
