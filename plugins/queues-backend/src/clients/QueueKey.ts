import { SlipwayEnvironment } from '@slipway/platform-common';

/** One queue of one environment. */
export interface QueueKey {
  readonly arn: string;
  readonly name: string;
  readonly environment: SlipwayEnvironment;
}
