import { queueNameIn, QueueSpecInput } from '@slipway/platform-common';

/** Names in AWS of a queue and its dead-letter queue, for each environment. */
export function queueNames(
  queue: Partial<QueueSpecInput>,
  environments: readonly string[],
): string[] {
  const { name, fifo = false } = queue;
  if (!name) return [];
  // A path for a service that exists runs where the service does, which the form does not know.
  const known = environments.length > 0 ? environments : ['<environment>'];
  return known.flatMap(environment => [
    queueNameIn(environment, { name, fifo }),
    queueNameIn(environment, { name: `${name}-dlq`, fifo }),
  ]);
}
