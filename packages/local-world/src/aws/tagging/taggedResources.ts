import { QueueStore } from '../sqs/QueueStore';

/** A resource as the tagging API knows it. */
export interface TaggedResource {
  readonly arn: string;
  /** `sqs:queue` */
  readonly type: string;
  readonly tags: ReadonlyMap<string, string>;
}

/** Resources of an account and region that have tags or once had some, by ARN. Queues are the only ones the world tags. */
export const taggedResources = (
  queues: QueueStore,
  account: string,
  region: string,
): readonly TaggedResource[] =>
  queues
    .list(account, region)
    .filter(({ tags }) => tags.everTagged)
    .map(({ arn, tags }) => ({ arn, type: 'sqs:queue', tags }));
