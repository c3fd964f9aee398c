import { QueueLocator } from '../api/QueuesApi';

/** Second part of the query keys of what is read about one queue. */
export function queueSubject(queue: QueueLocator): string {
  return `${queue.entityRef} ${queue.environment}/${queue.queue}`;
}
