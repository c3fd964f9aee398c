import {
  LoggerService,
  SchedulerServiceTaskRunner,
} from '@backstage/backend-plugin-api';
import {
  EntityProvider,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import { SlipwayEnvironment } from '@slipway/platform-common';
import { QueueInventory } from './QueueInventory';
import { toQueueEntities } from './toQueueEntities';

/** @internal */
export interface QueueEntityProviderOptions {
  readonly environment: SlipwayEnvironment;
  readonly inventory: Pick<QueueInventory, 'read'>;
  readonly taskRunner: SchedulerServiceTaskRunner;
  readonly logger: LoggerService;
  readonly defaultOwner?: string;
}

/** Keeps the queues of one environment in the catalog. A provider each, so that a dead account keeps its last entities. */
export class QueueEntityProvider implements EntityProvider {
  readonly #options: QueueEntityProviderOptions;

  constructor(options: QueueEntityProviderOptions) {
    this.#options = options;
  }

  getProviderName(): string {
    return `slipway-queues:${this.#options.environment.name}`;
  }

  async connect(connection: EntityProviderConnection): Promise<void> {
    await this.#options.taskRunner.run({
      id: this.getProviderName(),
      fn: () => this.#refresh(connection),
    });
  }

  async #refresh(connection: EntityProviderConnection): Promise<void> {
    const { environment, inventory, logger, defaultOwner } = this.#options;
    let queues;
    try {
      queues = await inventory.read(environment);
    } catch (error) {
      logger.warn(
        `The queues of ${environment.name} could not be read; the catalog keeps those it knows`,
        error as Error,
      );
      return;
    }
    const { entities, unowned } = toQueueEntities(queues, {
      environment,
      defaultOwner,
    });
    if (unowned > 0) {
      logger.info(
        `${unowned} queues of ${environment.name} have no owner tag and are left out; see slipway.catalog.queues.defaultOwner`,
      );
    }
    await connection.applyMutation({
      type: 'full',
      entities: entities.map(entity => ({
        entity,
        locationKey: this.getProviderName(),
      })),
    });
  }
}
