import { SourceResult } from '@slipway/platform-common';
import {
  DeadLetterQueue,
  drainForecast,
  QueueHistory,
  QueueState,
  queueWarnings,
} from '@slipway/plugin-queues-common';
import { QueueKey } from '../clients/QueueKey';
import { QueueAttributes } from '../clients/SqsClient';
import { latestValue } from './latestValue';
import { queueConsoleUrl } from './queueConsoleUrl';
import { queueId } from './queueId';
import { NamedDlq, toQueueSetup } from './toQueueSetup';

export { queueId };

/** Everything that is known of a queue, from wherever. */
export interface QueueFacts {
  readonly queue: QueueKey;
  readonly attributes: QueueAttributes;
  readonly history: SourceResult<QueueHistory>;
  /** Names of the queues that send their dead letters here. */
  readonly sourceQueues: readonly string[];
  readonly dlq?: { readonly named: NamedDlq; readonly shown: DeadLetterQueue };
  readonly role: QueueState['role'];
  readonly entityRef?: string;
  readonly ageObjectiveSeconds?: number;
}

/** Joins what SQS, CloudWatch and the catalog say about a queue. */
export function toQueueState(facts: QueueFacts): QueueState {
  const { queue, attributes, history, sourceQueues } = facts;
  const isDlq = attributes.isDlq || sourceQueues.length > 0;
  const series = history.data;
  return {
    id: queueId(queue.arn),
    arn: queue.arn,
    name: queue.name,
    environment: queue.environment.name,
    role: facts.role,
    entityRef: facts.entityRef,
    visible: attributes.visible,
    inFlight: attributes.inFlight,
    delayed: attributes.delayed,
    fifo: attributes.fifo,
    encrypted: attributes.encrypted,
    isDlq,
    retentionSeconds: attributes.retentionSeconds,
    visibilityTimeoutSeconds: attributes.visibilityTimeoutSeconds,
    oldestAgeSeconds: latestValue(series?.oldestAge),
    ageObjectiveSeconds: facts.ageObjectiveSeconds,
    sentPerSecond: latestValue(series?.sent),
    receivedPerSecond: latestValue(series?.received),
    deletedPerSecond: latestValue(series?.deleted),
    drain: drainForecast({
      counts: attributes,
      sent: series?.sent ?? [],
      deleted: series?.deleted ?? [],
      visible: series?.visible ?? [],
      now: Date.now(),
    }),
    warnings: queueWarnings(
      toQueueSetup(queue, attributes, { isDlq, dlq: facts.dlq?.named }),
    ),
    consoleUrl: queueConsoleUrl(queue.arn),
    history,
    dlq: facts.dlq?.shown,
    sourceQueues,
  };
}
