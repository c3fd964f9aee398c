/**
 * A task of SQS that moves dead letters back.
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ListMessageMoveTasksResultEntry.html
 */
export interface MoveTask {
  /** Only while it runs. */
  readonly handle?: string;
  readonly status:
    | 'RUNNING'
    | 'COMPLETED'
    | 'CANCELLING'
    | 'CANCELLED'
    | 'FAILED';
  /** Left out when each message returns to where it came from. */
  readonly destinationArn?: string;
  /** Messages per second. */
  readonly velocity?: number;
  readonly moved: number;
  readonly toMove?: number;
  /** A code of SQS, such as `CouldNotDetermineMessageSource`. */
  readonly failure?: string;
  /** Milliseconds since 1970, by the clock of SQS. */
  readonly startedAt: number;
}

/** What SQS answered to a start. */
export type MoveTaskStart =
  | { readonly outcome: 'started'; readonly handle?: string }
  | {
      readonly outcome: 'refused';
      readonly reason: 'running' | 'no-dead-letter-queue';
      /** More than one means that an earlier attempt may have started the task that now runs. */
      readonly attempts: number;
    };
