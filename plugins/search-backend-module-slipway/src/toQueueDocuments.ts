import {
  Entity,
  parseEntityRef,
  RELATION_DEPENDS_ON,
  RELATION_OWNED_BY,
  RELATION_PART_OF,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { IndexableDocument } from '@backstage/plugin-search-common';
import { EntityResources } from '@slipway/platform-node';
import { QueueDocument } from '@slipway/plugin-queues-common';

/** Documents of queue entities, with how they hang together. Pure. */
export function toQueueDocuments(
  entities: readonly Entity[],
  entityResources: Pick<EntityResources, 'ownQueues'>,
): Array<IndexableDocument & QueueDocument> {
  const titles = new Map(
    entities.map(entity => [stringifyEntityRef(entity), titleOf(entity)]),
  );
  // What a queue depends on among queues is its dead-letter queue, as our provider writes it.
  const dlqRefs = new Map(
    entities.map(entity => [
      stringifyEntityRef(entity),
      targets(entity, RELATION_DEPENDS_ON).find(ref => titles.has(ref)),
    ]),
  );
  const sources = new Map(
    [...dlqRefs].flatMap(([ref, dlq]) => (dlq ? [[dlq, ref]] : [])),
  );
  return entities.map(entity => {
    const entityRef = stringifyEntityRef(entity);
    const title = (ref: string | undefined) => titles.get(ref ?? '') ?? '';
    const [queue] = entityResources.ownQueues(entity).resources;
    return toDocument(entity, {
      entityRef,
      environment: queue?.environment.name ?? '',
      owner: targets(entity, RELATION_OWNED_BY)[0] ?? '',
      system:
        targets(entity, RELATION_PART_OF).find(ref =>
          ref.startsWith('system:'),
        ) ?? '',
      deadLetterQueue: title(dlqRefs.get(entityRef)),
      deadLettersOf: title(sources.get(entityRef)),
    });
  });
}

function toDocument(
  entity: Entity,
  fields: Omit<QueueDocument, 'title' | 'text' | 'location'>,
): IndexableDocument & QueueDocument {
  const { environment, owner, system, deadLetterQueue, deadLettersOf } = fields;
  const sentences = [
    entity.metadata.description,
    environment && `SQS queue in ${environment}`,
    owner && `owned by ${nameOf(owner)}`,
    system && `part of ${nameOf(system)}`,
    deadLetterQueue && `dead letters go to ${deadLetterQueue}`,
    deadLettersOf && `dead-letter queue (DLQ) of ${deadLettersOf}`,
  ];
  return {
    ...fields,
    title: titleOf(entity),
    text: sentences.filter(Boolean).join('; '),
    location: locationOf(fields.entityRef),
    authorization: { resourceRef: fields.entityRef },
  };
}

function targets(entity: Entity, type: string): string[] {
  return (entity.relations ?? [])
    .filter(relation => relation.type === type)
    .map(({ targetRef }) => targetRef);
}

function titleOf({ metadata }: Entity): string {
  return metadata.title ?? metadata.name;
}

function nameOf(ref: string): string {
  return parseEntityRef(ref).name;
}

/** The Queues tab of the queue's entity. */
function locationOf(entityRef: string): string {
  const { kind, namespace, name } = parseEntityRef(entityRef);
  const path = [namespace, kind, name].map(part =>
    encodeURIComponent(part.toLocaleLowerCase('en-US')),
  );
  return `/catalog/${path.join('/')}/queues`;
}
