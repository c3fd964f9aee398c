import { MoveTask } from '../clients/MoveTask';
import { matchTask } from './matchTask';

const task = (startedAt: number, more: Partial<MoveTask> = {}): MoveTask => ({
  status: 'RUNNING',
  velocity: 10,
  moved: 0,
  startedAt,
  ...more,
});
const record = { previousTaskAt: 100, velocity: 10 };

describe('matchTask', () => {
  it.each([
    [
      'the first one after those there were',
      record,
      [task(300), task(200), task(100)],
      200,
    ],
    [
      'the one it was matched with before',
      { ...record, taskStartedAt: 300 },
      [task(300), task(200)],
      300,
    ],
    ['none that was there before', record, [task(100), task(50)], undefined],
    [
      'none with another speed',
      record,
      [task(200, { velocity: 5 })],
      undefined,
    ],
    [
      'none with a destination of its own',
      record,
      [task(200, { destinationArn: 'arn' })],
      undefined,
    ],
    ['none when SQS lists none', record, [], undefined],
    [
      'none when SQS forgot it',
      { ...record, taskStartedAt: 150 },
      [task(200)],
      undefined,
    ],
  ])('finds %s', (_, known, tasks, found) => {
    expect(matchTask(known, tasks)?.startedAt).toBe(found);
  });
});
