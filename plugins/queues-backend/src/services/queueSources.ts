import {
  AwsClients,
  FetchEngine,
  Source,
  SourceOptions,
} from '@slipway/platform-node';
import { QueueHistory } from '@slipway/plugin-queues-common';
import { MAX_QUEUES_PER_CALL } from '../clients/queueMetrics';
import { QueueKey } from '../clients/QueueKey';
import { QueueMetricsClient } from '../clients/QueueMetricsClient';
import { QueueAttributes, SqsClient } from '../clients/SqsClient';

/** The upstream reads of the queues plugin. */
export interface QueueSources {
  readonly attributes: Source<QueueKey, QueueAttributes>;
  readonly histories: Source<QueueKey, QueueHistory>;
  /** Names of the queues that send their dead letters to a queue. */
  readonly sourceQueues: Source<QueueKey, readonly string[]>;
}

/** @internal */
export function createQueueSources(deps: {
  engine: FetchEngine;
  awsClients: AwsClients;
}): QueueSources {
  const sqs = new SqsClient(deps.awsClients);
  const metrics = new QueueMetricsClient(deps.awsClients);
  return {
    attributes: deps.engine.createSource({
      ...sourceOf('sqs'),
      operation: 'GetQueueAttributes',
      ttl: { seconds: 5 },
      staleFor: { minutes: 10 },
      deadline: { seconds: 8 },
      concurrency: 8,
      load: async ([queue], options) =>
        new Map([[queue.arn, await sqs.getAttributes(queue, options)]]),
    }),
    sourceQueues: deps.engine.createSource({
      ...sourceOf('sqs'),
      operation: 'ListDeadLetterSourceQueues',
      ttl: { minutes: 15 },
      staleFor: { hours: 6 },
      deadline: { seconds: 15 },
      concurrency: 8,
      load: async ([queue], options) =>
        new Map([[queue.arn, await sqs.listSourceQueues(queue, options)]]),
    }),
    histories: deps.engine.createSource({
      ...sourceOf('cloudwatch'),
      operation: 'GetMetricData',
      ttl: { seconds: 60 },
      staleFor: { minutes: 30 },
      deadline: { seconds: 15 },
      concurrency: 2,
      maxBatch: MAX_QUEUES_PER_CALL,
      load: (queues, options) => metrics.getHistories(queues, options),
    }),
  };
}

function sourceOf(
  upstream: string,
): Pick<
  SourceOptions<QueueKey, never>,
  'upstream' | 'key' | 'target' | 'describe'
> {
  return {
    upstream,
    key: ({ arn }) => arn,
    target: ({ environment }) => `${environment.account} ${environment.region}`,
    describe: ({ name, environment }) => ({
      upstream,
      environment: environment.name,
      target: name,
    }),
  };
}
