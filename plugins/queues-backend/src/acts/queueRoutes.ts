import { InputError } from '@backstage/errors';
import { z } from 'zod';
import { Acting } from './Acting';

/** Where all routes that act on a queue begin. */
export const QUEUE_PATH =
  '/v1/entities/:kind/:namespace/:name/queues/:environment/:queue';

/** @throws InputError that says which field was wrong and what would do. */
export function parse<T extends z.ZodType>(
  schema: T,
  input: unknown,
): z.output<T> {
  const parsed = schema.safeParse(input);
  if (!parsed.success) throw new InputError(z.prettifyError(parsed.error));
  return parsed.data;
}

/** What every audit event about a queue says. */
export function about({ queue, entityRef, userRef }: Acting) {
  const environment = queue.key.environment.name;
  return { userRef, entityRef, environment, queue: queue.key.name };
}
