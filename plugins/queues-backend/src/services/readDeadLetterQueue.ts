import { DeadLetterQueue } from '@slipway/plugin-queues-common';
import { QueueKey } from '../clients/QueueKey';
import { QueueAttributes } from '../clients/SqsClient';
import { dlqKey } from './dlqKey';
import { QueueContext } from './QueueContext';
import { QueueSources } from './queueSources';
import { toDeadLetterQueue } from './toDeadLetterQueue';
import { NamedDlq } from './toQueueSetup';

/** Reads the dead-letter queue that a redrive policy names; nothing when it names none that SQS would use. */
export async function readDeadLetterQueue(
  queue: QueueKey,
  redrive: NonNullable<QueueAttributes['redrive']>,
  deps: { sources: QueueSources; context: QueueContext },
): Promise<{ named: NamedDlq; shown: DeadLetterQueue } | undefined> {
  const { sources, context } = deps;
  const key = dlqKey(queue, redrive.dlqArn);
  if (!key) {
    return undefined;
  }
  const [attributes, history, sourceQueues] = await Promise.all([
    sources.attributes.get(key),
    sources.histories.get(key),
    sources.sourceQueues.get(key),
  ]);
  return {
    named: {
      name: key.name,
      key,
      result: attributes,
      owned: context.ofQueue(key.arn)?.some(({ owner }) => Boolean(owner)),
    },
    shown: toDeadLetterQueue({
      key,
      maxReceiveCount: redrive.maxReceiveCount,
      attributes,
      history,
      sourceQueues: sourceQueues.data ?? [queue.name],
    }),
  };
}
