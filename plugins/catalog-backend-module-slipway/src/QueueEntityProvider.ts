import {
  LoggerService,
  SchedulerServiceTaskRunner,
} from '@backstage/backend-plugin-api';
import {
  EntityProvider,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import { SlipwayEnvironment } from '@slipway/platform-common';
import { EntityChanges } from './entities/EntityChanges';
import { toQueueEntities } from './entities/toQueueEntities';
import { QueueInventory } from './inventory/QueueInventory';
import { InventoryState } from './inventory/types';
import { QueueProviderConfig } from './readQueueProviderConfig';

/** @internal */
export interface QueueEntityProviderOptions {
  readonly environment: SlipwayEnvironment;
  readonly inventory: Pick<QueueInventory, 'read'>;
  readonly taskRunner: SchedulerServiceTaskRunner;
  readonly logger: LoggerService;
  readonly config: Pick<QueueProviderConfig, 'defaultOwner' | 'tags'>;
}

/** Keeps the queues of one environment in the catalog. A provider each, so that a dead account keeps its last entities. */
export class QueueEntityProvider implements EntityProvider {
  readonly #options: QueueEntityProviderOptions;
  readonly #changes: EntityChanges;
  #unowned = 0;

  constructor(options: QueueEntityProviderOptions) {
    this.#options = options;
    this.#changes = new EntityChanges(this.getProviderName());
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
    const { environment, inventory, logger } = this.#options;
    let state: InventoryState;
    try {
      state = await inventory.read(environment);
    } catch (error) {
      logger.warn(
        `The queues of ${environment.name} could not be read; the catalog keeps those it knows`,
        error as Error,
      );
      return;
    }
    if (state.pending > 0) {
      logger.info(
        `${state.pending} of ${state.listed.size} queues of ${environment.name} are not described yet; the catalog follows once they are`,
      );
      return;
    }
    await this.#apply(connection, state);
  }

  async #apply(
    connection: EntityProviderConnection,
    { queues, listed, refused }: InventoryState,
  ): Promise<void> {
    const { environment, logger, config } = this.#options;
    const { entities, unowned } = toQueueEntities(queues, {
      environment,
      ...config,
    });
    if (unowned > 0 && unowned !== this.#unowned) {
      logger.info(
        `${unowned} queues of ${environment.name} have no owner tag and are left out; see slipway.catalog.queues.defaultOwner`,
      );
    }
    this.#unowned = unowned;
    const next = this.#changes.next(entities, {
      listed,
      complete: refused === 0,
    });
    if (next) {
      await connection.applyMutation(next.mutation);
      next.applied();
    }
  }
}
