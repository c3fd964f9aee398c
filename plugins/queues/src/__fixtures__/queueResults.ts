import { SourceResult } from '@slipway/platform-common';
import { QueueHistory, QueueState } from '@slipway/plugin-queues-common';

const MINUTE = 60_000;
const now = Date.now();

function points(values: ReadonlyArray<number | undefined>) {
  return values.map((value, i) => ({
    time: now - (values.length - i) * MINUTE,
    value,
  }));
}

export const history: SourceResult<QueueHistory> = {
  state: 'ok',
  source: { upstream: 'cloudwatch' },
  asOf: new Date(now).toISOString(),
  data: {
    visible: points([1, 4, 9, 7]),
    inFlight: points([0, 1, 1, 0]),
    oldestAge: points([10, undefined, 30, 190]),
    sent: points([1, 2, 3, 2]),
    received: points([1, 2, 2, 2]),
    deleted: points([1, 2, 2, 2]),
  },
};

/** A queue that can be read; `deadLetters` undefined means it has no dead-letter queue. */
export function queueResult(
  name: string,
  environment: string,
  deadLetters?: number,
): SourceResult<QueueState> {
  const consoleUrl = 'https://eu-west-1.console.aws.amazon.com/sqs/v3/home';
  return {
    state: 'ok',
    source: { upstream: 'sqs', environment, target: name },
    asOf: new Date(now).toISOString(),
    data: {
      id: name,
      role: 'owner',
      visibilityTimeoutSeconds: 30,
      drain: { trend: 'unknown' },
      warnings: [],
      sourceQueues: [],
      arn: `arn:aws:sqs:eu-west-1:111111111111:${name}`,
      name,
      environment,
      visible: 1234,
      inFlight: 3,
      delayed: 0,
      fifo: false,
      encrypted: true,
      retentionSeconds: 345_600,
      oldestAgeSeconds: 190,
      sentPerSecond: 2.5,
      receivedPerSecond: 2,
      consoleUrl,
      history,
      dlq:
        deadLetters === undefined
          ? undefined
          : {
              id: `${name}-dlq`,
              arn: `arn:aws:sqs:eu-west-1:111111111111:${name}-dlq`,
              name: `${name}-dlq`,
              maxReceiveCount: 4,
              consoleUrl,
              counts: {
                state: 'ok',
                source: { upstream: 'sqs' },
                data: { visible: deadLetters, inFlight: 0, delayed: 0 },
              },
              history,
              sourceQueues: [name],
            },
    },
  };
}
