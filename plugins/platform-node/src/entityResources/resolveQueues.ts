import { annotations, SQS_QUEUE_TYPE } from '@slipway/platform-common';
import { Entity } from '@backstage/catalog-model';
import { Environments } from '../environments/types';
import { resolveArns } from './resolveArns';
import { QueueResource, Resolved } from './types';

const AWS_CONFIG_QUEUE_TYPE = 'AWS::SQS::Queue';

/** Whether the entity stands for one queue. */
export function isQueueEntity(entity: Entity): boolean {
  const { metadata, kind, spec } = entity;
  return (
    kind.toLocaleLowerCase('en-US') === 'resource' &&
    (spec?.type === SQS_QUEUE_TYPE ||
      metadata.annotations?.[annotations.awsResourceType] ===
        AWS_CONFIG_QUEUE_TYPE)
  );
}

/** The annotations of an entity that may name queues. */
function queueAnnotations(entity: Entity): string[] {
  const names: string[] = [
    annotations.sqsQueueArn,
    annotations.roadieSqsQueueArn,
  ];
  const type = entity.metadata.annotations?.[annotations.awsResourceType];
  return type === AWS_CONFIG_QUEUE_TYPE
    ? [...names, annotations.awsArn]
    : names;
}

/** The queues that the annotations of an entity name. */
export function resolveQueues(
  entity: Entity,
  foundBy: QueueResource['foundBy'],
  environments: Environments,
): Resolved<QueueResource> {
  const results = queueAnnotations(entity).map(annotation =>
    resolveArns(entity, annotation, 'sqs', environments),
  );
  return {
    resources: results
      .flatMap(result => result.found)
      .map(({ arn, environment }) => ({
        arn: arn.arn,
        name: arn.resource,
        environment,
        foundBy,
      })),
    problems: results.flatMap(result => result.problems),
  };
}
