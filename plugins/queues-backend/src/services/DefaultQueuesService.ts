import { annotations, SourceResult } from '@slipway/platform-common';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  CallerCredentials,
  EntityResources,
  QueueResource,
} from '@slipway/platform-node';
import {
  parseAgeObjective,
  QueueProblem,
  QueuesResponse,
  QueueState,
} from '@slipway/plugin-queues-common';
import { Entity } from '@backstage/catalog-model';
import { DeadLetterLinks } from '../sources/DeadLetterLinks';
import { QueueCatalog } from './QueueCatalog';
import { QueueContext } from './QueueContext';
import { readDeadLetterQueue } from './readDeadLetterQueue';
import { readQueueContext } from './readQueueContext';
import { queueRole } from './queueRole';
import { QueueSources } from './queueSources';
import { QueuesService } from './QueuesService';
import { toQueueState } from './toQueueState';

interface Deps {
  readonly catalog: CatalogService;
  readonly entityResources: EntityResources;
  readonly links: DeadLetterLinks;
  readonly queueCatalog: QueueCatalog;
  readonly sources: QueueSources;
}

/** {@link QueuesService} over the fetch engine. */
export class DefaultQueuesService implements QueuesService {
  readonly #deps: Deps;

  static create(deps: Deps): DefaultQueuesService {
    return new DefaultQueuesService(deps);
  }

  private constructor(deps: Deps) {
    this.#deps = deps;
  }

  async getQueues(
    entityRef: string,
    { credentials }: { credentials: CallerCredentials },
  ): Promise<QueuesResponse> {
    const { entityResources } = this.#deps;
    const entity = await entityResources.getEntity(entityRef, credentials);
    const { resources, problems } = await entityResources.queues(
      entity,
      credentials,
    );
    const context = await readQueueContext(
      entity,
      resources.map(({ arn }) => arn),
      { ...this.#deps, credentials },
    );
    const queues = await Promise.all(
      resources.map(queue => this.#getQueue(queue, context)),
    );
    return {
      queues: withoutListedDlqs(queues),
      problems: [...problems, ...objectiveProblems(entity)],
    };
  }

  async #getQueue(
    queue: QueueResource,
    context: QueueContext,
  ): Promise<SourceResult<QueueState>> {
    const { links, sources } = this.#deps;
    const [{ data, ...result }, history] = await Promise.all([
      sources.attributes.get(queue),
      sources.histories.get(queue),
    ]);
    if (!data) {
      return result;
    }
    links.note(queue, data);
    // What sends its dead letters elsewhere is no dead-letter queue itself, or hardly ever.
    const [dlq, sourceQueues] = data.redrive
      ? [
          await readDeadLetterQueue(queue, data.redrive, { sources, context }),
          [],
        ]
      : [undefined, (await sources.sourceQueues.get(queue)).data ?? []];
    const catalog = context.ofQueue(queue.arn) ?? [];
    return {
      ...result,
      data: toQueueState({
        queue,
        attributes: data,
        history,
        dlq,
        sourceQueues,
        role: queueRole(context.entity, queue, catalog),
        entityRef: catalog.find(({ entityRef }) =>
          context.visibleRefs.has(entityRef),
        )?.entityRef,
        ageObjectiveSeconds:
          catalog.find(({ ageObjectiveSeconds }) => ageObjectiveSeconds)
            ?.ageObjectiveSeconds ?? objectiveOf(context.entity),
      }),
    };
  }
}

function objectiveOf({ metadata }: Entity): number | undefined {
  return parseAgeObjective(
    metadata.annotations?.[annotations.queueAgeObjective],
  );
}

function objectiveProblems(entity: Entity): QueueProblem[] {
  const annotation = annotations.queueAgeObjective;
  const text = entity.metadata.annotations?.[annotation];
  return text === undefined || objectiveOf(entity) !== undefined
    ? []
    : [
        {
          annotation,
          message: `'${text.slice(0, 120)}' is not a time`,
          fix: 'Write how long a message may wait, such as 5m, 2h or PT5M; 14 days at most',
        },
      ];
}

/** A dead-letter queue is shown with the queue it belongs to, not once more beside it. */
function withoutListedDlqs(
  queues: readonly SourceResult<QueueState>[],
): SourceResult<QueueState>[] {
  const shown = new Set(queues.map(({ data }) => data?.dlq?.arn));
  return queues.filter(({ data }) => !data || !shown.has(data.arn));
}
