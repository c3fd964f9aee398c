import { SourceResult } from '@slipway/platform-common';
import {
  DeadLetterExpiry,
  QueueCounts,
  QueueHistory,
  QueuesResponse,
  QueueState,
} from '@slipway/plugin-queues-common';
import { QueueLocator } from './api/QueuesApi';

/** A dead-letter queue, whether the entity names it itself or one of its queues does. */
export interface DeadLetters {
  /** Of the queues whose signals tell that this one changed. */
  readonly ids: readonly string[];
  readonly counts: SourceResult<QueueCounts>;
  readonly history: SourceResult<QueueHistory>;
  readonly grownLastHour?: number;
  readonly expiry?: DeadLetterExpiry;
  readonly maxReceiveCount?: number;
  readonly sourceQueues: readonly string[];
  readonly consoleUrl: string;
}

/** Finds a dead-letter queue among the queues of its entity. */
export function deadLettersOf(
  { queues }: QueuesResponse,
  { environment, queue }: QueueLocator,
): DeadLetters | undefined {
  const here = queues.filter(({ data }) => data?.environment === environment);
  const itself = here.find(({ data }) => data?.name === queue);
  const senders = here.flatMap(({ data }) =>
    data?.dlq?.name === queue ? [data] : [],
  );
  const ids = [...senders, ...(itself?.data ? [itself.data] : [])].map(
    ({ id }) => id,
  );
  const dlq = senders[0]?.dlq;
  if (dlq) return { ...dlq, ids: [dlq.id, ...ids] };
  return itself?.data && { ...ofItself(itself, itself.data), ids };
}

function ofItself(
  result: SourceResult<QueueState>,
  state: QueueState,
): Omit<DeadLetters, 'ids'> {
  const { visible, inFlight, delayed, history, sourceQueues } = state;
  return {
    counts: { ...result, data: { visible, inFlight, delayed } },
    history,
    sourceQueues,
    consoleUrl: state.consoleUrl,
  };
}

/** All messages that a queue holds: those that somebody looks at are hidden, not gone. */
export function allMessages({
  visible,
  inFlight,
  delayed,
}: QueueCounts): number {
  return visible + inFlight + delayed;
}
