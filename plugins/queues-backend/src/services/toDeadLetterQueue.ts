import { SourceResult } from '@slipway/platform-common';
import { DeadLetterQueue, QueueHistory } from '@slipway/plugin-queues-common';
import { QueueKey } from '../clients/QueueKey';
import { QueueAttributes } from '../clients/SqsClient';
import { deadLetterFacts } from './deadLetterFacts';
import { queueConsoleUrl } from './queueConsoleUrl';
import { queueId } from './queueId';

/** What is shown of a dead-letter queue beside the queue it belongs to. */
export function toDeadLetterQueue(facts: {
  key: QueueKey;
  maxReceiveCount: number;
  attributes: SourceResult<QueueAttributes>;
  history: SourceResult<QueueHistory>;
  sourceQueues: readonly string[];
}): DeadLetterQueue {
  const { key, maxReceiveCount, history, sourceQueues } = facts;
  const { data, ...result } = facts.attributes;
  return {
    id: queueId(key.arn),
    arn: key.arn,
    name: key.name,
    maxReceiveCount,
    consoleUrl: queueConsoleUrl(key.arn),
    counts: {
      ...result,
      data: data && {
        visible: data.visible,
        inFlight: data.inFlight,
        delayed: data.delayed,
      },
    },
    history,
    retentionSeconds: data?.retentionSeconds,
    ...(data && deadLetterFacts(data, history.data)),
    sourceQueues,
  };
}
