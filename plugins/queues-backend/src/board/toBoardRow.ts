import { SourceResult } from '@slipway/platform-common';
import {
  BoardRow,
  drainForecast,
  QueueHistory,
  queueRisk,
  queueWarnings,
} from '@slipway/plugin-queues-common';
import { QueueAttributes } from '../clients/SqsClient';
import { CatalogQueue } from '../services/QueueCatalog';
import { deadLetterFacts } from '../services/deadLetterFacts';
import { latestValue } from '../services/latestValue';
import { queueId } from '../services/queueId';
import { NamedDlq, toQueueSetup } from '../services/toQueueSetup';

/** What is known of a queue for its row; whatever is left out was not read yet. */
export interface RowFacts {
  readonly queue: CatalogQueue;
  readonly attributes?: SourceResult<QueueAttributes>;
  readonly flow?: SourceResult<QueueHistory>;
  /** Others name it in their redrive policy. */
  readonly isDlq: boolean;
  /** Of its own dead letters, where it is a dead-letter queue. */
  readonly ownDeadLetters?: SourceResult<QueueHistory>;
  readonly dlq?: NamedDlq & {
    readonly deadLetters?: SourceResult<QueueHistory>;
  };
}

/** What a row says of a queue that nobody has read since the backend started. */
export const NOT_READ_YET = 'Not read yet';

/** One row of the board. */
export function toBoardRow(facts: RowFacts, now = Date.now()): BoardRow {
  const { queue: catalog, attributes, isDlq } = facts;
  const { data } = attributes ?? {};
  const numbers = data && numbersOf(facts, data);
  const dlq = dlqColumn(facts);
  const deadLetters =
    isDlq && data
      ? { visible: data.visible, ...growthOf(data, facts.ownDeadLetters) }
      : dlq;
  const risk = queueRisk({
    noData: data ? undefined : attributes?.message ?? NOT_READ_YET,
    // What waits in a dead-letter queue is dead, not slow.
    ...(isDlq ? undefined : numbers),
    retentionSeconds: data?.retentionSeconds,
    deadLetters,
    now,
  });
  return {
    ...identityOf(catalog),
    ...stateOf(attributes),
    ...numbers,
    fifo: data?.fifo,
    isDlq: isDlq || undefined,
    ageObjectiveSeconds: catalog.ageObjectiveSeconds,
    dlq,
    warnings: data
      ? queueWarnings(
          toQueueSetup(catalog.queue, data, { isDlq, dlq: facts.dlq }),
        ).length
      : 0,
    risk,
  };
}

function identityOf({ queue, entityRef, owner, system }: CatalogQueue) {
  return {
    id: queueId(queue.arn),
    entityRef,
    name: queue.name,
    environment: queue.environment.name,
    owner: owner ?? '',
    system,
  };
}

function stateOf(
  attributes: RowFacts['attributes'],
): Pick<BoardRow, 'state' | 'message' | 'fix' | 'asOf'> {
  if (!attributes) {
    return {
      state: 'unreachable',
      message: NOT_READ_YET,
      fix: 'It is being read; wait for the next refresh',
    };
  }
  const { state, message, fix, asOf } = attributes;
  return { state, message, fix, asOf };
}

function numbersOf({ queue, flow }: RowFacts, data: QueueAttributes) {
  const series = flow?.data;
  // Metrics are some minutes old, on purpose: they are judged by when they were read.
  const readAt = flow?.asOf ? Date.parse(flow.asOf) : Date.now();
  const inUse = data.visible + data.inFlight > 0;
  return {
    visible: data.visible,
    inFlight: data.inFlight,
    delayed: data.delayed,
    oldestAgeSeconds: inUse
      ? latestValue(series?.oldestAge, readAt)
      : undefined,
    ageObjectiveSeconds: queue.ageObjectiveSeconds,
    sentPerSecond: latestValue(series?.sent, readAt),
    receivedPerSecond: latestValue(series?.received, readAt),
    drain: drainForecast({
      counts: data,
      sent: series?.sent ?? [],
      deleted: series?.deleted ?? [],
      visible: series?.visible ?? [],
      now: readAt,
    }),
  };
}

function dlqColumn({ dlq }: RowFacts): BoardRow['dlq'] {
  const data = dlq?.result?.data;
  return (
    dlq && {
      name: dlq.name,
      visible: data?.visible,
      ...(data && growthOf(data, dlq.deadLetters)),
    }
  );
}

function growthOf(
  data: QueueAttributes,
  history: SourceResult<QueueHistory> | undefined,
): { grownLastHour?: number; expires?: string } {
  const readAt = history?.asOf ? Date.parse(history.asOf) : Date.now();
  const { grownLastHour, expiry } = deadLetterFacts(
    data,
    history?.data,
    readAt,
  );
  return { grownLastHour, expires: expiry?.exact ?? expiry?.latest };
}
