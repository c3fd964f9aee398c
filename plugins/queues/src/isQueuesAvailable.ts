import { Entity, RELATION_DEPENDS_ON } from '@backstage/catalog-model';
import { annotations, SQS_QUEUE_TYPE } from '@slipway/platform-common';

const NAMING = [
  annotations.sqsQueueArn,
  annotations.sqsQueueTags,
  annotations.roadieSqsQueueArn,
];

const QUEUE = 'AWS::SQS::Queue';

/**
 * Whether an entity may have SQS queues, so that its page asks for them: it names some, is one, is a system, or depends on
 * resources. What kind of resource those are is only known when they are read, so that there may be none.
 * @public
 */
export function isQueuesAvailable(entity: Entity): boolean {
  const { kind, metadata, spec, relations = [] } = entity;
  return (
    NAMING.some(name => Boolean(metadata.annotations?.[name])) ||
    metadata.annotations?.[annotations.awsResourceType] === QUEUE ||
    spec?.type === SQS_QUEUE_TYPE ||
    kind.toLowerCase() === 'system' ||
    relations.some(
      ({ type, targetRef }) =>
        type === RELATION_DEPENDS_ON && targetRef.startsWith('resource:'),
    )
  );
}
