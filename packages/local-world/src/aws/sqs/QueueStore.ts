import { Millis, WorldClock } from '../../world/types';
import { AwsError } from '../server/AwsError';
import { Queue, QueueIdentity } from './Queue';
import { QueueAttributes } from './queueAttributes';

const keyOf = ({ account, region, name }: QueueIdentity) =>
  `${account}/${region}/${name}`;

const arnPattern = /^arn:aws:sqs:([a-z0-9-]+):(\d{12}):([\w.-]{1,80})$/;

/** All queues of all accounts and regions. */
export class QueueStore {
  readonly #queues = new Map<string, Queue>();

  constructor(private readonly clock: WorldClock) {}

  get(identity: QueueIdentity): Queue | undefined {
    return this.#queues.get(keyOf(identity));
  }

  byArn(arn: string): Queue | undefined {
    const match = arnPattern.exec(arn);
    return match
      ? this.get({ region: match[1], account: match[2], name: match[3] })
      : undefined;
  }

  require(identity: QueueIdentity): Queue {
    const queue = this.get(identity);
    if (!queue) {
      throw new AwsError(
        'QueueDoesNotExist',
        'The specified queue does not exist.',
        { queryCode: 'AWS.SimpleQueueService.NonExistentQueue' },
      );
    }
    return queue;
  }

  /** Makes a queue, or returns the one there is. */
  ensure(
    identity: QueueIdentity,
    attributes: QueueAttributes,
    createdAt: Millis = this.clock.now(),
  ): Queue {
    const existing = this.get(identity);
    if (existing) {
      return existing;
    }
    const queue = new Queue(identity, attributes, createdAt);
    this.#queues.set(keyOf(identity), queue);
    return queue;
  }

  delete(identity: QueueIdentity): void {
    this.#queues.delete(keyOf(identity));
  }

  list(account: string, region: string): readonly Queue[] {
    return this.all()
      .filter(
        ({ identity }) =>
          identity.account === account && identity.region === region,
      )
      .sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  all(): readonly Queue[] {
    return [...this.#queues.values()];
  }

  /** Queues whose redrive policy names this one. */
  sourcesOf(deadLetterQueue: Queue): readonly Queue[] {
    const { account, region } = deadLetterQueue.identity;
    return this.list(account, region).filter(
      queue => queue.redrivePolicy?.deadLetterTargetArn === deadLetterQueue.arn,
    );
  }

  clear(): void {
    this.#queues.clear();
  }
}
