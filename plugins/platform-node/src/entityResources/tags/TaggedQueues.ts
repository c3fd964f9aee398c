import { SlipwayEnvironment, SourceResult } from '@slipway/platform-common';

/** An AWS tag with its value. @public */
export interface Tag {
  readonly key: string;
  readonly value: string;
}

/** Queues that were found by tags. @public */
export interface FoundQueues {
  readonly arns: readonly string[];
  /** There are more than were looked up. */
  readonly more: boolean;
}

/** Finds queues of an account and region by their AWS tags. @public */
export interface TaggedQueues {
  /** Queues that carry all of the tags; a failure is a result with its fix. */
  find(
    tags: readonly Tag[],
    environment: SlipwayEnvironment,
  ): Promise<SourceResult<FoundQueues>>;
}
