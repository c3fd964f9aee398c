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

/** Recent minutes of a queue from CloudWatch, which lags one to two minutes. @public */
export interface QueueHistory {
  readonly visible: readonly TimePoint[];
  readonly inFlight: readonly TimePoint[];
  /** Seconds. */
  readonly oldestAge: readonly TimePoint[];
  /** Messages per second. */
  readonly sent: readonly TimePoint[];
  /** Messages per second. */
  readonly received: readonly TimePoint[];
}

/** Where messages go that were received too often. @public */
export interface DeadLetterQueue {
  readonly arn: string;
  readonly name: string;
  /** Receives before a message is moved here. */
  readonly maxReceiveCount: number;
  readonly consoleUrl: string;
  readonly counts: SourceResult<QueueCounts>;
  readonly history: SourceResult<QueueHistory>;
}

/** One queue of an entity in one environment. @public */
export interface QueueState extends QueueCounts {
  readonly arn: string;
  readonly name: string;
  /** Name of the environment. */
  readonly environment: string;
  readonly fifo: boolean;
  readonly encrypted: boolean;
  /** Other queues may send here what they could not get handled. */
  readonly isDlq?: boolean;
  /** Seconds after which a message is dropped. */
  readonly retentionSeconds: number;
  /** Age of the oldest message; left out where CloudWatch has no recent value, which is not 0. */
  readonly oldestAgeSeconds?: number;
  readonly sentPerSecond?: number;
  readonly receivedPerSecond?: number;
  readonly consoleUrl: string;
  readonly history: SourceResult<QueueHistory>;
  readonly dlq?: DeadLetterQueue;
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
