import {
  ANNOTATION_SOURCE_LOCATION,
  Entity,
  parseEntityRef,
  RELATION_HAS_PART,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import {
  belongsToService,
  InfrastructureRepository,
  SlipwayEnvironment,
} from '@slipway/platform-common';
import { ListedChange } from './ListReader';

/** What touching is judged by. */
export interface TouchSurroundings {
  readonly repository: InfrastructureRepository;
  readonly environments: readonly SlipwayEnvironment[];
  /** Names in AWS of the queues that an entity is. */
  queuesOf(entity: Entity): readonly string[];
}

/** Whether a change is about something. */
export type TouchTest = (
  change: Pick<ListedChange, 'paths' | 'names'> & {
    readonly item: { readonly entityRef?: string };
  },
) => boolean;

const DLQ = /-dlq$/;

/** `terraform/live/<env>/…/queue-orders.tf` is the file of the queue `<env>-orders`, and of its dead-letter queue. */
function isFileOfQueue(
  path: string,
  queue: string,
  environments: readonly SlipwayEnvironment[],
): boolean {
  return environments.some(({ name, infrastructure }) => {
    const inside = path.startsWith(`${infrastructure.path}/`);
    if (!inside || !queue.startsWith(`${name}-`)) return false;
    const own = queue.slice(name.length + 1).replace(DLQ, '');
    return path.endsWith(`/queue-${own}.tf`);
  });
}

function touchesQueue(queue: string, around: TouchSurroundings): TouchTest {
  return ({ paths, names }) =>
    names.includes(queue) ||
    paths.some(path => isFileOfQueue(path, queue, around.environments));
}

/** The folder of the infrastructure repository that an entity says it comes from; never all of it. */
function folderOf(
  entity: Entity,
  { host, owner, repo }: InfrastructureRepository,
): string | undefined {
  const location = entity.metadata.annotations?.[ANNOTATION_SOURCE_LOCATION];
  const start = `url:https://${host}/${owner}/${repo}/`.toLowerCase();
  if (!location?.toLowerCase().startsWith(start)) return undefined;
  const rest = location.slice(start.length);
  return /^(?:tree|blob)\/[^/]+\/(.+?)\/?$/.exec(rest)?.[1];
}

function touchesFolder(folder: string): TouchTest {
  return ({ paths }) =>
    paths.some(path => path === folder || path.startsWith(`${folder}/`));
}

function touchesRef(entityRef: string, around: TouchSurroundings): TouchTest {
  const { kind, name } = parseEntityRef(entityRef);
  const named: TouchTest = ({ item }) => item.entityRef === entityRef;
  if (kind === 'component') {
    return change =>
      named(change) || change.paths.some(path => belongsToService(path, name));
  }
  if (kind !== 'resource') return named;
  const queue = touchesQueue(name, around);
  return change => named(change) || queue(change);
}

function partsOf(entity: Entity): string[] {
  return (entity.relations ?? [])
    .filter(({ type }) => type === RELATION_HAS_PART)
    .map(({ targetRef }) => targetRef);
}

/**
 * Tells the changes that are about an entity: those that say so, and those that touch its files, its queues, or its
 * parts, whoever opened them.
 */
export function touchTest(
  entity: Entity,
  around: TouchSurroundings,
): TouchTest {
  const folder = folderOf(entity, around.repository);
  const tests = [
    ...[stringifyEntityRef(entity), ...partsOf(entity)].map(ref =>
      touchesRef(ref, around),
    ),
    ...around.queuesOf(entity).map(queue => touchesQueue(queue, around)),
    ...(folder ? [touchesFolder(folder)] : []),
  ];
  return change => tests.some(test => test(change));
}
