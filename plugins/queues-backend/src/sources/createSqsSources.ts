import { FetchEngine, Source } from '@slipway/platform-node';
import { QueueKey } from '../clients/QueueKey';
import { QueueAttributes, SqsClient } from '../clients/SqsClient';
import { sharedAttributes, sharedNames } from './sharedValues';
import { sourceOf } from './sourceOf';

/** How long counts hold where somebody looks at the queue itself, and where it is busy. */
const BUSY = { seconds: 10 };
/** How long they hold on the board when nothing is in the queue. */
const IDLE = { minutes: 2 };
/** A page that is open reads this often; the board need not. */
const YOUNG_MS = 10_000;

/** What is read of SQS. */
export interface SqsSources {
  /** Counts and settings, for pages of single entities and for deciding. */
  readonly attributes: Source<QueueKey, QueueAttributes>;
  /** The same for thousands of queues: empty ones are read less often, and never in the way of the former. */
  readonly fleet: Source<QueueKey, QueueAttributes>;
  /** Names of the queues that send their dead letters to a queue. */
  readonly sourceQueues: Source<QueueKey, readonly string[]>;
}

/** @internal */
export function createSqsSources(deps: {
  engine: FetchEngine;
  sqs: SqsClient;
}): SqsSources {
  const { engine, sqs } = deps;
  const common = {
    ...sourceOf('sqs'),
    deadline: { seconds: 8 },
    concurrency: 8,
  };
  const read = async (queue: QueueKey, options: { signal: AbortSignal }) =>
    new Map([[queue.arn, await sqs.getAttributes(queue, options)]]);
  const attributes = engine.createSource<QueueKey, QueueAttributes>({
    ...common,
    operation: 'GetQueueAttributes',
    ttl: BUSY,
    shared: sharedAttributes,
    staleFor: { minutes: 10 },
    load: ([queue], options) => read(queue, options),
  });
  const fleet = engine.createSource<QueueKey, QueueAttributes>({
    ...common,
    // A budget of its own, so that a page never waits behind a board.
    target: queue => `${common.target(queue)} fleet`,
    operation: 'GetQueueAttributes',
    shared: { ...sharedAttributes, name: 'fleet' },
    ttl: counts => (isBusy(counts) ? BUSY : IDLE),
    staleFor: { minutes: 30 },
    load: async ([queue], options) => {
      const known = attributes.last(queue);
      return known?.data && isYoung(known)
        ? new Map([[queue.arn, known.data]])
        : read(queue, options);
    },
  });
  const sourceQueues = engine.createSource<QueueKey, readonly string[]>({
    ...common,
    operation: 'ListDeadLetterSourceQueues',
    ttl: { minutes: 15 },
    shared: sharedNames,
    staleFor: { hours: 6 },
    load: async ([queue], options) =>
      new Map([[queue.arn, await sqs.listSourceQueues(queue, options)]]),
  });
  return { attributes, fleet, sourceQueues };
}

function isBusy({ visible, inFlight, delayed }: QueueAttributes): boolean {
  return visible + inFlight + delayed > 0;
}

function isYoung({ state, asOf }: { state: string; asOf?: string }): boolean {
  return (
    state === 'ok' &&
    asOf !== undefined &&
    Date.now() - Date.parse(asOf) < YOUNG_MS
  );
}
