import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { Topology } from '@slipway/plugin-queues-common';
import { latestValue } from '../services/latestValue';
import { queueId } from '../services/queueId';
import { CatalogQueue } from '../services/QueueCatalog';
import { GraphBuilder } from './GraphBuilder';
import { policySenders, PolicySender } from './policySenders';
import { DrawnQueue, TopologyFacts } from './TopologyFacts';

/** Draws how messages flow. Whom the caller cannot see is counted, not named. */
export function drawTopology(facts: TopologyFacts): Topology {
  const graph = new GraphBuilder();
  const hidden = new Set<string>();
  for (const queue of facts.queues) {
    drawQueue(graph, queue, facts);
    drawComponents(graph, queue, { facts, hidden });
    drawDlq(graph, queue, facts);
  }
  if (hidden.size > 0) {
    graph.note(
      `${hidden.size} ${
        hidden.size === 1 ? 'component is' : 'components are'
      } left out, since you cannot see them in the catalog`,
    );
  }
  return graph.build();
}

function drawQueue(
  graph: GraphBuilder,
  queue: DrawnQueue,
  facts: TopologyFacts,
): void {
  const { key, catalog, attributes, history } = queue;
  graph.node({
    id: idOf(key.arn),
    kind: attributes.data?.isDlq ? 'dlq' : 'queue',
    label: key.name,
    environment: key.environment.name,
    entityRef: visibleRef(catalog, facts),
    visible: attributes.data?.visible,
    oldestAgeSeconds: latestValue(history.data?.oldestAge),
  });
  if (!attributes.data) {
    graph.note(`${key.name}: ${attributes.message ?? attributes.state}`);
  }
  policySenders(attributes.data?.policy).forEach(sender =>
    drawSender(graph, sender, { queue, facts }),
  );
}

function drawSender(
  graph: GraphBuilder,
  sender: PolicySender,
  { queue, facts }: { queue: DrawnQueue; facts: TopologyFacts },
): void {
  const entity = facts.topics.get(sender.arn);
  // All rules of a bus are one node, and an arrow each names its rule.
  const bus = `${sender.arn.split(':rule/')[0]} ${sender.label}`;
  const id = graph.node({
    id: `${sender.kind}:${queueId(sender.kind === 'bus' ? bus : sender.arn)}`,
    kind: sender.kind,
    label: sender.label,
    entityRef: entity && stringifyEntityRef(entity),
    environment: queue.key.environment.name,
  });
  graph.edge({
    from: id,
    to: idOf(queue.key.arn),
    kind: 'delivers',
    label: sender.rule && `rule ${sender.rule}`,
  });
  dependentsOf(entity).forEach(ref => {
    const component = facts.entities.get(ref);
    if (component) {
      const from = graph.node(componentNode(component));
      graph.edge({ from, to: id, kind: 'produces' });
    }
  });
}

function drawComponents(
  graph: GraphBuilder,
  queue: DrawnQueue,
  { facts, hidden }: { facts: TopologyFacts; hidden: Set<string> },
): void {
  const id = idOf(queue.key.arn);
  const refs = neighboursOf(queue, facts);
  const roles = refs.flatMap(ref => {
    const entity = facts.entities.get(ref);
    if (!entity) {
      hidden.add(ref);
      return [];
    }
    return [{ entity, consumes: takesFrom(queue, entity, facts) }];
  });
  const series = queue.history.data;
  const consumers = roles.filter(({ consumes }) => consumes);
  const producers = roles.filter(({ consumes }) => !consumes);
  const waiting = queue.attributes.data?.visible;
  for (const { entity } of consumers) {
    graph.edge({
      from: id,
      to: graph.node(componentNode(entity)),
      kind: 'consumes',
      // What one of several takes, nobody counts.
      perSecond:
        consumers.length === 1 ? latestValue(series?.deleted) : undefined,
      label: waiting === undefined ? undefined : `${waiting} waiting`,
    });
  }
  const viaPolicy = policySenders(queue.attributes.data?.policy).length;
  for (const { entity } of producers) {
    graph.edge({
      from: graph.node(componentNode(entity)),
      to: id,
      kind: 'produces',
      perSecond:
        producers.length + viaPolicy === 1
          ? latestValue(series?.sent)
          : undefined,
    });
  }
}

function drawDlq(
  graph: GraphBuilder,
  { key, attributes, dlq }: DrawnQueue,
  facts: TopologyFacts,
): void {
  const redrive = attributes.data?.redrive;
  if (!dlq || !redrive) {
    return;
  }
  const { data } = dlq.attributes;
  const to = graph.node({
    id: idOf(dlq.key.arn),
    kind: 'dlq',
    label: dlq.key.name,
    environment: dlq.key.environment.name,
    entityRef: visibleRef(dlq.catalog, facts),
    visible: data?.visible,
  });
  const after = `after ${redrive.maxReceiveCount} receives`;
  graph.edge({
    from: idOf(key.arn),
    to,
    kind: 'gives-up',
    label: data ? `${data.visible} dead, ${after}` : after,
  });
}

function idOf(arn: string): string {
  return `queue:${queueId(arn)}`;
}

function visibleRef(
  catalog: readonly CatalogQueue[],
  { entities }: TopologyFacts,
): string | undefined {
  return catalog.find(({ entityRef }) => entities.has(entityRef))?.entityRef;
}

/** Components that depend on the queue, as the catalog says, and those of the page that name it. */
function neighboursOf(
  { key, catalog }: DrawnQueue,
  { entities, consumes }: TopologyFacts,
): string[] {
  const naming = [...entities.values()]
    .filter(entity => isComponent(entity) && consumes(entity, key.arn))
    .map(entity => stringifyEntityRef(entity));
  const depending = catalog
    .flatMap(({ dependents, consumers }) => [...dependents, ...consumers])
    .filter(ref => ref.startsWith('component:'));
  return [...new Set([...naming, ...depending])];
}

function takesFrom(
  { key, catalog }: DrawnQueue,
  entity: Entity,
  { consumes }: TopologyFacts,
): boolean {
  const ref = stringifyEntityRef(entity);
  return (
    consumes(entity, key.arn) ||
    catalog.some(({ consumers }) => consumers.includes(ref))
  );
}

function dependentsOf(entity: Entity | undefined): string[] {
  return (entity?.relations ?? [])
    .filter(({ type }) => type === 'dependencyOf')
    .map(({ targetRef }) => targetRef);
}

function isComponent({ kind }: Entity): boolean {
  return kind.toLowerCase() === 'component';
}

function componentNode(entity: Entity) {
  const entityRef = stringifyEntityRef(entity);
  const { name, title } = entity.metadata;
  return {
    id: entityRef,
    kind: 'component' as const,
    label: title ?? name,
    entityRef,
  };
}
