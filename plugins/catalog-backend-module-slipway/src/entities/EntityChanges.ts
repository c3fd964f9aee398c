import { ResourceEntity, stringifyEntityRef } from '@backstage/catalog-model';
import { EntityProviderMutation } from '@backstage/plugin-catalog-node';
import { annotations } from '@slipway/platform-common';

/**
 * What a provider has to tell the catalog: only what changed since it last told it. The first time that all queues are
 * described it tells everything, since queues may have gone while nobody looked.
 */
export class EntityChanges {
  readonly #locationKey: string;
  #told = new Map<string, { entity: ResourceEntity; text: string }>();
  #toldAll = false;

  constructor(locationKey: string) {
    this.#locationKey = locationKey;
  }

  /**
   * The mutation that brings the catalog up to date, if any, and the function to call once it is applied.
   * `listed`: ARNs of all queues there are; `complete`: all of them are described.
   */
  next(
    entities: readonly ResourceEntity[],
    queues: { listed: ReadonlySet<string>; complete: boolean },
  ): { mutation: EntityProviderMutation; applied(): void } | undefined {
    const now = new Map(
      entities.map(entity => [
        stringifyEntityRef(entity),
        { entity, text: JSON.stringify(entity) },
      ]),
    );
    if (!this.#toldAll && queues.complete) {
      return this.#full(now);
    }
    const gone = [...this.#told].filter(
      ([ref, { entity }]) =>
        !now.has(ref) && (queues.complete || !isListed(entity, queues.listed)),
    );
    const changed = [...now].filter(
      ([ref, { text }]) => this.#told.get(ref)?.text !== text,
    );
    if (gone.length + changed.length === 0) {
      return undefined;
    }
    return {
      mutation: {
        type: 'delta',
        added: changed.map(([, { entity }]) => this.#deferred(entity)),
        removed: gone.map(([, { entity }]) => this.#deferred(entity)),
      },
      applied: () => {
        changed.forEach(([ref, told]) => this.#told.set(ref, told));
        gone.forEach(([ref]) => this.#told.delete(ref));
      },
    };
  }

  #full(now: Map<string, { entity: ResourceEntity; text: string }>) {
    const mutation: EntityProviderMutation = {
      type: 'full',
      entities: [...now.values()].map(({ entity }) => this.#deferred(entity)),
    };
    const applied = () => {
      this.#told = now;
      this.#toldAll = true;
    };
    return { mutation, applied };
  }

  #deferred(entity: ResourceEntity) {
    return { entity, locationKey: this.#locationKey };
  }
}

function isListed(
  { metadata }: ResourceEntity,
  listed: ReadonlySet<string>,
): boolean {
  return listed.has(metadata.annotations?.[annotations.sqsQueueArn] ?? '');
}
