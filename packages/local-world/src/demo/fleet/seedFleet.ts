import { Queue, QueueIdentity } from '../../aws/sqs/Queue';
import { MessageFlow } from '../../aws/sqs/MessageFlow';
import { QueueStore } from '../../aws/sqs/QueueStore';
import { SeededRandom } from '../../world/SeededRandom';
import { newMessage } from '../../world/traffic/newMessage';
import { WorldClock, WorldEnvironment } from '../../world/types';

/** Queues that share a dead-letter queue. */
const QUEUES_PER_DLQ = 5;
/** One in so many is in use; the others are silent, as most queues of a large company are. */
const ONE_BUSY_IN = 10;
const MAX_RECEIVES = 3;

const padded = (index: number) => String(index).padStart(5, '0');

/** Many queues to measure with. */
export interface FleetRequest {
  readonly environment: WorldEnvironment;
  /** Without their dead-letter queues, one for each five. */
  readonly queues: number;
  /** Values of the `owner` tag, in turn. */
  readonly owners: readonly string[];
}

/** What a fleet is put into. */
export interface FleetPlace {
  readonly queues: QueueStore;
  readonly flow: MessageFlow;
  readonly clock: WorldClock;
}

function sendTo({ flow, clock }: FleetPlace, queue: Queue, count: number) {
  const random = new SeededRandom(SeededRandom.seedOf(queue.arn));
  for (let left = count; left > 0; left -= 1) {
    const message = newMessage('FleetEvent', clock.now(), random, {
      fifo: false,
    });
    flow.send(queue, message, 'fleet');
  }
}

function makeQueue(
  { queues }: FleetPlace,
  { environment, owners }: FleetRequest,
  index: number,
): Queue {
  const { account, region, name } = environment;
  const owner = owners[index % owners.length];
  const identity = (suffix: string): QueueIdentity => ({
    account,
    region,
    name: `${name}-fleet-${suffix}`,
  });
  const group = Math.floor(index / QUEUES_PER_DLQ);
  const dead = queues.ensure(identity(`dlq-${padded(group)}`), {
    MessageRetentionPeriod: '1209600',
  });
  const queue = queues.ensure(identity(padded(index)), {
    RedrivePolicy: JSON.stringify({
      deadLetterTargetArn: dead.arn,
      maxReceiveCount: MAX_RECEIVES,
    }),
  });
  [dead, queue].forEach(({ tags }) => {
    tags.set('owner', owner);
    tags.set('environment', name);
  });
  return queue;
}

/** Makes `dev-fleet-00000`, … with dead-letter queues and owners, and gives those that are in use. Cheap: no history. */
export function seedFleet(place: FleetPlace, request: FleetRequest): Queue[] {
  const busy: Queue[] = [];
  for (let index = 0; index < request.queues; index += 1) {
    const queue = makeQueue(place, request, index);
    if (index % ONE_BUSY_IN === 0) {
      sendTo(place, queue, index % 50);
      busy.push(queue);
    }
  }
  return busy;
}

/** Sends and takes messages of a few queues, each some seconds, so that numbers change. */
export function moveFleet(
  place: FleetPlace,
  busy: readonly Queue[],
  everyMs = 5_000,
): () => void {
  let round = 0;
  return place.clock.every(everyMs, () => {
    round += 1;
    busy
      .filter((_, at) => at % ONE_BUSY_IN === round % ONE_BUSY_IN)
      .forEach(queue => {
        sendTo(place, queue, 1 + (round % 3));
        const [message] = place.flow.receive(queue, 1);
        if (message?.receipt) {
          place.flow.delete(queue, message.receipt);
        }
      });
  });
}
