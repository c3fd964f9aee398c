import { QueueStore } from '../aws/sqs/QueueStore';
import { arnOf, Queue } from '../aws/sqs/Queue';
import { Millis, WorldEnvironment } from '../world/types';
import { DemoQueue } from './queues/DemoQueue';
import { BUSY_ENVIRONMENT, demoQueues } from './queues/demoQueues';
import { queuePolicy } from './queues/queuePolicy';
import { deadLetter, seedBacklog } from './queues/seedMessages';

/** Queues of the demo are so old: nobody has called those without traffic for long. */
const AGE_MS = 40 * 86_400_000;
const RECEIVES = 3;
/** How long the oldest message of a backlog has waited: about what flowed in since is what waits. */
const BACKLOG_HOURS = 0.5;

/** `refunds` → `prod-refunds-dlq`; the suffix of a FIFO queue stays last. */
const dlqName = (name: string) => name.replace(/(\.fifo)?$/, '-dlq$1');

/** What it takes to make the queues of one environment. */
interface Place {
  readonly queues: QueueStore;
  readonly environment: WorldEnvironment;
  readonly now: Millis;
}

function make(
  { queues, environment, now }: Place,
  name: string,
  attributes: Record<string, string>,
): Queue {
  const { account, region } = environment;
  const fifo = name.endsWith('.fifo') && { FifoQueue: 'true' };
  return queues.ensure(
    { account, region, name: `${environment.name}-${name}` },
    { ...fifo, ...attributes },
    now - AGE_MS,
  );
}

function tag(queue: Queue, demo: DemoQueue, environment: string): void {
  const { component, owner, system } = demo;
  const tags = { component, owner, system, environment };
  Object.entries(tags).forEach(([key, value]) => queue.tags.set(key, value));
}

function seedDeadLetterQueue(place: Place, demo: DemoQueue) {
  if (!demo.deadLetters) {
    return undefined;
  }
  const { retentionSeconds, unowned } = demo.deadLetters;
  const dead = make(place, dlqName(demo.name), {
    MessageRetentionPeriod: String(retentionSeconds),
  });
  if (!unowned) {
    tag(dead, demo, place.environment.name);
  }
  return dead;
}

function redriveTo(dead: Queue): Record<string, string> {
  const policy = { deadLetterTargetArn: dead.arn, maxReceiveCount: RECEIVES };
  return { RedrivePolicy: JSON.stringify(policy) };
}

function seedQueue(place: Place, demo: DemoQueue): void {
  const { environment, now } = place;
  const { account, region, name } = environment;
  const dead = seedDeadLetterQueue(place, demo);
  const arn = arnOf({ account, region, name: `${name}-${demo.name}` });
  const policy = queuePolicy(demo, environment, arn);
  const queue = make(place, demo.name, {
    ...(dead && redriveTo(dead)),
    ...(policy && { Policy: policy }),
    ...demo.attributes,
  });
  tag(queue, demo, name);
  if (name === BUSY_ENVIRONMENT) {
    for (const letter of demo.deadLetters?.letters ?? []) {
      dead?.accept(deadLetter(queue, name, letter, now), now);
    }
    const [, waiting] = demo.backlog?.at(-1) ?? [0, 0];
    seedBacklog(queue, name, waiting, BACKLOG_HOURS, now);
  }
}

/** Makes the queues of the demo before Terraform applies them, so that history and dead letters have a place. */
export function seedDemoQueues(
  queues: QueueStore,
  environments: readonly WorldEnvironment[],
  now: Millis,
): void {
  for (const environment of environments) {
    for (const demo of demoQueues) {
      if (demo.environments?.includes(environment.name) ?? true) {
        seedQueue({ queues, environment, now }, demo);
      }
    }
  }
}
