import { QueueStore } from '../aws/sqs/QueueStore';
import { Queue } from '../aws/sqs/Queue';
import { SeededRandom } from '../world/SeededRandom';
import { eventTypeOf, messageBody } from '../world/traffic/messageBody';
import { Millis, WorldEnvironment } from '../world/types';

const HOUR = 3_600_000;

interface DemoQueue {
  readonly name: string;
  readonly component: string;
  /** Hours since each of the dead letters of prod arrived. */
  readonly deadLetters: readonly number[];
}

const demoQueues: readonly DemoQueue[] = [
  {
    name: 'orders-created',
    component: 'go-worker',
    deadLetters: [19.5, 19.4, 11.2, 5.1, 5, 2.3],
  },
  {
    name: 'notifications',
    component: 'quarkus-service',
    deadLetters: [26, 8.7, 3.4],
  },
];

/** A message that its consumer cannot read: what it needs is missing. */
function poison(queue: Queue, environment: string, time: Millis) {
  const random = new SeededRandom(SeededRandom.seedOf(`${queue.arn}@${time}`));
  const body = messageBody(eventTypeOf(queue.name, environment), time, random);
  return {
    id: random.uuid(),
    body: body.replace(/"customerId":"[^"]*"/, '"customerId":""'),
    attributes: {},
    senderId: `arn:aws:sts::${queue.identity.account}:assumed-role/spring-api`,
    sequence: 0,
    sentAt: time,
    arrivedAt: time,
    receiveCount: 3,
    firstReceivedAt: time + 900,
    visibleAt: time,
    deadLetterSource: queue.arn,
  };
}

function seedQueue(
  queues: QueueStore,
  environment: WorldEnvironment,
  demo: DemoQueue,
  now: Millis,
): void {
  const { account, region } = environment;
  const name = `${environment.name}-${demo.name}`;
  const tags = {
    component: demo.component,
    owner: 'orders',
    system: 'order-system',
    environment: environment.name,
  };
  const dead = queues.ensure(
    { account, region, name: `${name}-dlq` },
    { MessageRetentionPeriod: '1209600' },
  );
  const queue = queues.ensure(
    { account, region, name },
    {
      RedrivePolicy: JSON.stringify({
        deadLetterTargetArn: dead.arn,
        maxReceiveCount: 3,
      }),
    },
  );
  for (const [key, value] of Object.entries(tags)) {
    queue.tags.set(key, value);
    dead.tags.set(key, value);
  }
  const letters = environment.name === 'prod' ? demo.deadLetters : [];
  letters.forEach(hours =>
    dead.accept(poison(queue, environment.name, now - hours * HOUR), now),
  );
}

/** Makes the queues of the demo before Terraform applies them, so that history and dead letters have a place. */
export function seedDemoQueues(
  queues: QueueStore,
  environments: readonly WorldEnvironment[],
  now: Millis,
): void {
  environments.forEach(environment =>
    demoQueues.forEach(demo => seedQueue(queues, environment, demo, now)),
  );
}
