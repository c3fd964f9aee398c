import { SourceResult, TimePoint } from '@slipway/platform-common';

/** Messages of a queue now, as SQS counts them: approximate, see
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_GetQueueAttributes.html @public */
export interface QueueCounts {
  /** Waiting to be received. */
  readonly visible: number;
  /** Received and not yet deleted. */
  readonly inFlight: number;
  /** Not to be received yet. */
  readonly delayed: number;
}

/** What CloudWatch knows of a queue over a range; it lags one to two minutes. @public */
export interface QueueHistory {
  readonly visible: readonly TimePoint[];
  readonly inFlight: readonly TimePoint[];
  /** Seconds. */
  readonly oldestAge: readonly TimePoint[];
  /** Messages per second. */
  readonly sent: readonly TimePoint[];
  /** Messages per second. */
  readonly received: readonly TimePoint[];
  /** Messages per second that consumers were done with. */
  readonly deleted: readonly TimePoint[];
}

/**
 * When a queue will be empty at the pace of the last minutes.
 *
 * `empty` when nothing waits; `draining` has `seconds`; `growing` means never at this pace; `steady` holds the balance; `unknown`
 * when CloudWatch has no recent rates.
 * @public
 */
export interface DrainForecast {
  readonly trend: 'empty' | 'draining' | 'steady' | 'growing' | 'unknown';
  /** Seconds until empty, when `draining`. */
  readonly seconds?: number;
  /** Messages per second by which the queue grows (positive) or shrinks. */
  readonly netPerSecond?: number;
}

/** Something about how a queue is set up that will hurt one day. @public */
export interface QueueWarning {
  readonly code:
    | 'no-dlq'
    | 'dlq-retention-short'
    | 'dlq-missing'
    | 'unencrypted'
    | 'dlq-unowned'
    | 'fifo-mismatch'
    | 'redrive-allow-missing'
    | 'redrive-denied';
  readonly severity: 'error' | 'warning' | 'info';
  /** What is wrong and what it leads to, in one sentence. */
  readonly message: string;
  /** What to write in Terraform. */
  readonly fix: string;
}

/** When dead letters are lost for good. @public */
export interface DeadLetterExpiry {
  /**
   * ISO 8601 time at which the oldest message is dropped, at the latest: CloudWatch tells the age since a message came to the
   * dead-letter queue, and SQS counts retention of a standard queue from when it was first sent.
   */
  readonly latest: string;
  /** ISO 8601 time; exact, from the send times of messages that were peeked at. */
  readonly exact?: string;
}

/** Where messages go that were received too often. @public */
export interface DeadLetterQueue {
  /** Opaque id, as {@link QueueState.id}: signals about its redrives carry it. */
  readonly id: string;
  readonly arn: string;
  readonly name: string;
  /** Receives before a message is moved here. */
  readonly maxReceiveCount: number;
  readonly consoleUrl: string;
  readonly counts: SourceResult<QueueCounts>;
  readonly history: SourceResult<QueueHistory>;
  /** Seconds after which a message is dropped. */
  readonly retentionSeconds?: number;
  /** Messages more (or less) than an hour ago; left out where CloudWatch does not know. */
  readonly grownLastHour?: number;
  readonly expiry?: DeadLetterExpiry;
  /** Names of all queues that send their dead letters here. */
  readonly sourceQueues: readonly string[];
}

/** One queue of an entity in one environment. @public */
export interface QueueState extends QueueCounts {
  /** Opaque id, the same for all viewers: signals about changes carry it. */
  readonly id: string;
  readonly arn: string;
  readonly name: string;
  /** Name of the environment. */
  readonly environment: string;
  readonly fifo: boolean;
  readonly encrypted: boolean;
  /** Other queues may send here what they could not get handled. */
  readonly isDlq?: boolean;
  /** How the entity is related to the queue. */
  readonly role: 'owner' | 'consumer' | 'producer' | 'related';
  /** Ref of the queue's own catalog entity, when the caller can see one. */
  readonly entityRef?: string;
  /** Seconds after which a message is dropped. */
  readonly retentionSeconds: number;
  /** Seconds for which a received message is hidden from others. */
  readonly visibilityTimeoutSeconds: number;
  /** Age of the oldest message; left out where CloudWatch has no recent value, which is not 0. */
  readonly oldestAgeSeconds?: number;
  /** Seconds a message may wait, as the entity or queue declares it. */
  readonly ageObjectiveSeconds?: number;
  readonly sentPerSecond?: number;
  readonly receivedPerSecond?: number;
  readonly deletedPerSecond?: number;
  readonly drain: DrainForecast;
  readonly warnings: readonly QueueWarning[];
  readonly consoleUrl: string;
  readonly history: SourceResult<QueueHistory>;
  readonly dlq?: DeadLetterQueue;
  /** Names of the queues that send their dead letters here; of a dead-letter queue that is shown by itself. */
  readonly sourceQueues: readonly string[];
}

/** Something in an entity's annotations that cannot be used. @public */
export interface QueueProblem {
  readonly annotation: string;
  readonly message: string;
  readonly fix: string;
}

/** Answer of `GET /v1/entities/:kind/:namespace/:name/queues`. @public */
export interface QueuesResponse {
  readonly queues: ReadonlyArray<SourceResult<QueueState>>;
  readonly problems: readonly QueueProblem[];
}
