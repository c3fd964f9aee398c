import { InputError } from '@backstage/errors';
import { parseEntityPath } from '@slipway/platform-node';
import { z } from 'zod';
import { QueuePath } from './QueueResolver';

const queuePathSchema = z.object({
  environment: z
    .string()
    .regex(
      /^[a-z][a-z0-9-]{0,20}$/,
      'must be the name of an environment such as dev',
    ),
  /** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_CreateQueue.html */
  queue: z
    .string()
    .regex(
      /^(?=.{1,80}$)[\w-]+(\.fifo)?$/,
      'must be the name of a queue: letters, digits, - and _, 80 at most',
    ),
});

/**
 * What a route with `:kind/:namespace/:name/queues/:environment/:queue` names.
 * @throws InputError naming the part that is wrong.
 */
export function parseQueuePath(params: unknown): QueuePath {
  const entityRef = parseEntityPath(params);
  const parsed = queuePathSchema.safeParse(params);
  if (!parsed.success) {
    const [{ path, message }] = parsed.error.issues;
    throw new InputError(`In the path, ${path.join('.')} ${message}`);
  }
  return { entityRef, ...parsed.data };
}
