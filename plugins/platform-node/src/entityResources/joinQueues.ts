import { annotations } from '@slipway/platform-common';
import { QueueResource, Resolved } from './types';

/** One page cannot show more, and each costs upstream calls. */
const MAX_QUEUES = 200;

/** Joins what was found in several ways: each queue once, by the first that named it. */
export function joinQueues(
  parts: ReadonlyArray<Resolved<QueueResource>>,
): Resolved<QueueResource> {
  const queues = new Map<string, QueueResource>();
  for (const queue of parts.flatMap(({ resources }) => resources)) {
    if (!queues.has(queue.arn)) {
      queues.set(queue.arn, queue);
    }
  }
  const problems = parts.flatMap(part => part.problems);
  const resources = [...queues.values()];
  return resources.length <= MAX_QUEUES
    ? { resources, problems }
    : {
        resources: resources.slice(0, MAX_QUEUES),
        problems: [
          {
            annotation: annotations.sqsQueueArn,
            message: `${resources.length} queues were found; only the first ${MAX_QUEUES} are shown`,
            fix: 'See the board of all queues, or give the queues to several entities',
          },
          ...problems,
        ],
      };
}
