import { SourceResult } from '@slipway/platform-common';
import { DlqSetup, QueueSetup } from '@slipway/plugin-queues-common';
import { QueueKey } from '../clients/QueueKey';
import { QueueAttributes } from '../clients/SqsClient';

/** A dead-letter queue as a source's redrive policy names it, and what could be found out about it. */
export interface NamedDlq {
  readonly name: string;
  readonly key?: QueueKey;
  readonly result?: SourceResult<QueueAttributes>;
  /** Whether the catalog has an owner for it; left out when that is not known. */
  readonly owned?: boolean;
}

/** What warnings are made of. */
export function toQueueSetup(
  queue: QueueKey,
  attributes: QueueAttributes,
  options: { isDlq: boolean; dlq: NamedDlq | undefined },
): QueueSetup {
  return {
    ...setupOf(queue, attributes),
    isDlq: options.isDlq,
    dlq: options.dlq && toDlqSetup(options.dlq),
  };
}

function toDlqSetup({ name, key, result, owned }: NamedDlq): DlqSetup {
  if (key && result?.data) {
    return { name, state: 'there', setup: setupOf(key, result.data), owned };
  }
  return {
    name,
    state: result?.state === 'not_found' ? 'missing' : 'unknown',
    owned,
  };
}

function setupOf(
  { arn, name }: QueueKey,
  attributes: QueueAttributes,
): Omit<QueueSetup, 'dlq' | 'isDlq'> {
  const { fifo, encrypted, retentionSeconds, redriveAllow } = attributes;
  return { arn, name, fifo, encrypted, retentionSeconds, redriveAllow };
}
