import { Entity } from '@backstage/catalog-model';
import { annotations, SQS_QUEUE_TYPE } from '@slipway/platform-common';

/** Whether an entity names SQS queues, so that its page has something to show. @public */
export function isQueuesAvailable(entity: Entity): boolean {
  const named = [annotations.sqsQueueArn, annotations.roadieSqsQueueArn].some(
    name => Boolean(entity.metadata.annotations?.[name]),
  );
  return named || entity.spec?.type === SQS_QUEUE_TYPE;
}
