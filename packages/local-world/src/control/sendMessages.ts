import { SeededRandom } from '../world/SeededRandom';
import { FailureCause } from '../world/traffic/failureCauses';
import { eventTypeOf } from '../world/traffic/messageBody';
import { newMessage } from '../world/traffic/newMessage';
import { NotThereError } from './controlErrors';
import { ControlOptions } from './createControl';

/** Messages to put into a queue by hand. */
export interface SendMessagesRequest {
  readonly environment: string;
  readonly queue: string;
  readonly count: number;
  /** Text of each message; default one as the demo services send. */
  readonly body?: string;
  /** Makes them such that a consumer will find this wrong with them. */
  readonly cause?: FailureCause;
}

/** Puts messages into a queue of an environment, at once. */
export function sendMessages(
  { world, aws }: Pick<ControlOptions, 'world' | 'aws'>,
  request: SendMessagesRequest,
): void {
  const { environment, queue: name, count, body, cause } = request;
  const place = world.environments.find(item => item.name === environment);
  const queue = place && aws.queues.get({ ...place, name });
  if (!queue) {
    throw new NotThereError(`No queue ${name} in environment ${environment}`);
  }
  const now = world.clock.now();
  const random = new SeededRandom(now);
  const eventType = eventTypeOf(name, environment);
  for (let left = count; left > 0; left -= 1) {
    const how = { fifo: queue.fifo, cause };
    const message = newMessage(eventType, now, random, how);
    aws.flow.send(queue, { ...message, ...(body && { body }) }, 'control');
  }
}
