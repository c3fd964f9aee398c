/* Cases are called from the one test file, aws.contract.test.ts. */
/* eslint-disable jest/no-standalone-expect */
import {
  CancelMessageMoveTaskCommand,
  ListMessageMoveTasksCommand,
  StartMessageMoveTaskCommand,
} from '@aws-sdk/client-sqs';
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

const start = (
  { sqs }: ContractSubject,
  { arn }: ContractQueue,
  more: { MaxNumberOfMessagesPerSecond?: number; DestinationArn?: string } = {},
) => sqs.send(new StartMessageMoveTaskCommand({ SourceArn: arn, ...more }));

async function latestTask(subject: ContractSubject, { arn }: ContractQueue) {
  const { Results = [] } = await subject.sqs.send(
    new ListMessageMoveTasksCommand({ SourceArn: arn, MaxResults: 10 }),
  );
  return Results[0];
}

/** Waits until the latest task is over. */
async function endOf(subject: ContractSubject, queue: ContractQueue) {
  for (let tries = 0; tries < 30; tries += 1) {
    await subject.pass(1_000);
    const task = await latestTask(subject, queue);
    if (!/^(RUNNING|CANCELLING)$/.test(task?.Status ?? '')) {
      return task;
    }
  }
  throw new Error('The task did not end');
}

const countOf = async (subject: ContractSubject, queue: ContractQueue) => {
  const name = 'ApproximateNumberOfMessages';
  return (await attributesOf(subject, queue.QueueUrl, name))[name];
};

const letters = (count: number) =>
  Array.from({ length: count }, (_, at) => `letter ${at}`);

/** How SQS moves dead letters back. */
export const moveTaskCases: ContractCases = {
  'returns letters to where they came from': async subject => {
    const { dead, source } = await makePair(subject);
    await fillDeadLetters(subject, source, letters(3));
    await start(subject, dead);
    expect(await endOf(subject, dead)).toMatchObject({
      Status: 'COMPLETED',
      SourceArn: dead.arn,
      ApproximateNumberOfMessagesMoved: 3,
      ApproximateNumberOfMessagesToMove: 3,
    });
    expect(await countOf(subject, dead)).toBe('0');
    expect(await countOf(subject, source)).toBe('3');
  },

  'makes new messages of what it moves': async subject => {
    const { dead, source } = await makePair(subject);
    await fillDeadLetters(subject, source, ['poison']);
    const [letter] = await receive(subject, dead, { VisibilityTimeout: 0 });
    await start(subject, dead);
    await endOf(subject, dead);
    const [moved] = await receive(subject, source);
    expect(moved.Body).toBe('poison');
    expect(moved.MessageId).not.toBe(letter.MessageId);
    expect(moved.Attributes?.ApproximateReceiveCount).toBe('1');
  },

  'moves to another queue where told to': async subject => {
    const { dead, source } = await makePair(subject);
    const other = await makeQueue(subject, 'other');
    await fillDeadLetters(subject, source, letters(2));
    await start(subject, dead, { DestinationArn: other.arn });
    expect(await endOf(subject, dead)).toMatchObject({
      Status: 'COMPLETED',
      DestinationArn: other.arn,
    });
    expect(await countOf(subject, other)).toBe('2');
  },

  'moves letters of a FIFO queue back': async subject => {
    const { dead, source } = await makePair(subject, '.fifo');
    await fillDeadLetters(subject, source, letters(3));
    await start(subject, dead);
    await endOf(subject, dead);
    const moved = await receive(subject, source, { MaxNumberOfMessages: 10 });
    expect(moved.map(({ Body }) => Body)).toEqual(letters(3));
    expect(moved[0].Attributes?.MessageGroupId).toBe('group');
  },

  'moves no faster than asked, one task at a time, until cancelled':
    async subject => {
      const { dead, source } = await makePair(subject);
      await fillDeadLetters(subject, source, letters(8));
      const slow = { MaxNumberOfMessagesPerSecond: 1 };
      const { TaskHandle } = await start(subject, dead, slow);
      await expect(start(subject, dead)).rejects.toMatchObject({
        name: 'UnsupportedOperation',
      });
      await subject.pass(2_000);
      expect(await latestTask(subject, dead)).toMatchObject({
        TaskHandle,
        Status: 'RUNNING',
        MaxNumberOfMessagesPerSecond: 1,
      });
      const cancel = () =>
        subject.sqs.send(new CancelMessageMoveTaskCommand({ TaskHandle }));
      const { ApproximateNumberOfMessagesMoved: moved = 0 } = await cancel();
      expect(moved).toBeLessThan(8);
      const task = await endOf(subject, dead);
      expect(task).toMatchObject({ Status: 'CANCELLED' });
      expect(task.TaskHandle).toBeUndefined();
      expect(Number(await countOf(subject, dead))).toBeGreaterThan(0);
      await expect(cancel()).rejects.toMatchObject({
        name: expect.stringMatching(
          /^(UnsupportedOperation|ResourceNotFoundException)$/,
        ),
      });
    },

  'fails where a letter does not say where it came from': async subject => {
    const { dead } = await makePair(subject);
    await send(subject, dead, 'sent here by hand');
    await start(subject, dead);
    expect(await endOf(subject, dead)).toMatchObject({
      Status: 'FAILED',
      FailureReason: 'CouldNotDetermineMessageSource',
    });
    expect(await countOf(subject, dead)).toBe('1');
  },

  'refuses a source that is no dead-letter queue': async subject => {
    const queue = await makeQueue(subject, 'alive');
    await expect(start(subject, queue)).rejects.toMatchObject({
      name: 'InvalidParameterValue',
    });
  },

  'refuses a source that is not there': async subject => {
    const queue = await makeQueue(subject, 'here');
    const gone = { ...queue, arn: `${queue.arn}-not` };
    await expect(start(subject, gone)).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
    });
  },

  'refuses a velocity above 500 a second': async subject => {
    const { dead } = await makePair(subject);
    await expect(
      start(subject, dead, { MaxNumberOfMessagesPerSecond: 501 }),
    ).rejects.toMatchObject({ name: 'InvalidParameterValue' });
  },

  'refuses a destination of the other type': async subject => {
    const { dead } = await makePair(subject);
    const { arn } = await makeQueue(subject, 'other.fifo');
    await expect(
      start(subject, dead, { DestinationArn: arn }),
    ).rejects.toMatchObject({
      name: expect.stringMatching(
        /^(InvalidParameterValue|UnsupportedOperation)$/,
      ),
    });
  },
};
