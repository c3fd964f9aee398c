import { SeededRandom } from '../world/SeededRandom';
import { eventTypeOf, messageBody } from '../world/traffic/messageBody';
import { NotThereError } from './controlErrors';
import { ControlOptions } from './createControl';

/** Messages to put into a queue by hand. */
export interface SendMessagesRequest {
  readonly environment: string;
  readonly queue: string;
  readonly count: number;
  /** Text of each message; default one as the demo services send. */
  readonly body?: string;
}

/** Puts messages into a queue of an environment, at once. */
export function sendMessages(
  { world, aws }: Pick<ControlOptions, 'world' | 'aws'>,
  request: SendMessagesRequest,
): void {
  const { environment, queue: name, count, body } = request;
  const place = world.environments.find(item => item.name === environment);
  const queue = place && aws.queues.get({ ...place, name });
  if (!queue) {
    throw new NotThereError(`No queue ${name} in environment ${environment}`);
  }
  const now = world.clock.now();
  const random = new SeededRandom(now);
  const eventType = eventTypeOf(name, environment);
  for (let left = count; left > 0; left -= 1) {
    const text = body ?? messageBody(eventType, now, random);
    const fifo = queue.fifo
      ? { groupId: 'control', deduplicationId: random.uuid() }
      : {};
    aws.flow.send(queue, { body: text, ...fifo }, 'control');
  }
}
