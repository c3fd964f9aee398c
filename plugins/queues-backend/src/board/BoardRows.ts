import { SourceResult } from '@slipway/platform-common';
import { BoardRow } from '@slipway/plugin-queues-common';
import { QueueKey } from '../clients/QueueKey';
import { dlqKey } from '../services/dlqKey';
import { CatalogQueue } from '../services/QueueCatalog';
import { QueueSources } from '../services/queueSources';
import { NamedDlq } from '../services/toQueueSetup';
import { DeadLetterLinks } from '../sources/DeadLetterLinks';
import { toBoardRow } from './toBoardRow';

/** Rows hold for so long: 50 viewers of 5,000 queues must not make them 50 times. */
const KEEP_MS = 1_000;

interface Deps {
  readonly links: DeadLetterLinks;
  readonly sources: Pick<QueueSources, 'fleet' | 'flow' | 'deadLetters'>;
}

type ByArn = ReadonlyMap<string, readonly CatalogQueue[]>;

/** Makes rows of what is known, without reading anything. */
export class BoardRows {
  readonly #deps: Deps;
  readonly #rows = new Map<string, { readonly at: number; row: BoardRow }>();

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  rowOf(queue: CatalogQueue, catalog: ByArn): BoardRow {
    const known = this.#rows.get(queue.entityRef);
    const now = Date.now();
    if (known && now - known.at < KEEP_MS) {
      return known.row;
    }
    const row = this.#make(queue, catalog);
    this.#rows.set(queue.entityRef, { at: now, row });
    return row;
  }

  /** Why metrics of these queues are missing, as far as they were asked for. */
  metricsOf(queues: readonly CatalogQueue[]): SourceResult<unknown>[] {
    const { flow, deadLetters } = this.#deps.sources;
    return queues.flatMap(({ queue }) => {
      const result = flow.last(queue) ?? deadLetters.last(queue);
      return result && !result.data ? [result] : [];
    });
  }

  /** Forgets rows of queues that are no longer in the catalog. */
  keepOnly(refs: ReadonlySet<string>): void {
    for (const ref of this.#rows.keys()) {
      if (!refs.has(ref)) {
        this.#rows.delete(ref);
      }
    }
  }

  #make(queue: CatalogQueue, catalog: ByArn): BoardRow {
    const { links, sources } = this.#deps;
    const { queue: key } = queue;
    const attributes = sources.fleet.last(key);
    const redrive = attributes?.data?.redrive;
    return toBoardRow({
      queue,
      attributes,
      isDlq:
        attributes?.data?.isDlq === true || links.sourcesOf(key.arn).length > 0,
      flow: sources.flow.last(key),
      ownDeadLetters: sources.deadLetters.last(key),
      dlq: redrive && this.#dlqOf(key, redrive.dlqArn, catalog),
    });
  }

  #dlqOf(
    source: QueueKey,
    arn: string,
    catalog: ByArn,
  ):
    | (NamedDlq & { deadLetters?: ReturnType<QueueSources['flow']['last']> })
    | undefined {
    const { sources } = this.#deps;
    const key = dlqKey(source, arn);
    return (
      key && {
        name: key.name,
        key,
        result: sources.fleet.last(key),
        owned: (catalog.get(key.arn) ?? []).some(({ owner }) => Boolean(owner)),
        deadLetters: sources.deadLetters.last(key),
      }
    );
  }
}
