import { SourceResult } from '@slipway/platform-common';
import { BoardRow } from '@slipway/plugin-queues-common';
import { dlqKey } from '../services/dlqKey';
import { CatalogQueue } from '../services/QueueCatalog';
import { QueueSources } from '../services/queueSources';
import { DeadLetterLinks } from '../sources/DeadLetterLinks';
import { RowFacts, toBoardRow } from './toBoardRow';

/** A row of which nothing changed is made anew so often, for its times in words. */
const KEEP_MS = 15_000;

interface Deps {
  readonly links: DeadLetterLinks;
  readonly sources: Pick<QueueSources, 'fleet' | 'flow' | 'deadLetters'>;
}

type ByArn = ReadonlyMap<string, readonly CatalogQueue[]>;

/** A row, and why its ages and rates are missing. */
export interface MadeRow {
  readonly row: BoardRow;
  readonly metrics?: SourceResult<unknown>;
}

interface Kept extends MadeRow {
  readonly at: number;
  readonly queue: CatalogQueue;
  readonly madeOf: string;
}

/** Makes rows of what is known, without reading anything: once for all viewers, and anew where something changed. */
export class BoardRows {
  readonly #deps: Deps;
  readonly #kept = new Map<string, Kept>();

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  rowOf(queue: CatalogQueue, catalog: ByArn): MadeRow {
    const facts = this.#factsOf(queue, catalog);
    const madeOf = stampOf(facts);
    const kept = this.#kept.get(queue.entityRef);
    const now = Date.now();
    if (
      kept?.queue === queue &&
      kept.madeOf === madeOf &&
      now - kept.at < KEEP_MS
    ) {
      return kept;
    }
    const made: Kept = {
      row: toBoardRow(facts),
      metrics: metricsOf(facts).find(result => result && !result.data),
      at: now,
      queue,
      madeOf,
    };
    this.#kept.set(queue.entityRef, made);
    return made;
  }

  /** Forgets rows when most of them are of queues that are no longer in the catalog. */
  prune(catalog: ByArn): void {
    if (this.#kept.size > 2 * catalog.size + 100) {
      this.#kept.clear();
    }
  }

  #factsOf(queue: CatalogQueue, catalog: ByArn): RowFacts {
    const { links, sources } = this.#deps;
    const { queue: key } = queue;
    const attributes = sources.fleet.last(key);
    const redrive = attributes?.data?.redrive;
    const dlq = redrive && dlqKey(key, redrive.dlqArn);
    return {
      queue,
      attributes,
      isDlq:
        attributes?.data?.isDlq === true || links.sourcesOf(key.arn).length > 0,
      flow: sources.flow.last(key),
      ownDeadLetters: sources.deadLetters.last(key),
      dlq: dlq && {
        name: dlq.name,
        key: dlq,
        result: sources.fleet.last(dlq),
        owned: (catalog.get(dlq.arn) ?? []).some(({ owner }) => Boolean(owner)),
        deadLetters: sources.deadLetters.last(dlq),
      },
    };
  }
}

function metricsOf({ flow, ownDeadLetters, dlq }: RowFacts) {
  return [flow, ownDeadLetters, dlq?.deadLetters];
}

/** Tells whether anything that a row is made of was read anew. */
function stampOf(facts: RowFacts): string {
  const results = [facts.attributes, facts.dlq?.result, ...metricsOf(facts)];
  return results
    .map(result => result && `${result.state} ${result.asOf} ${result.message}`)
    .concat(`${facts.isDlq} ${facts.dlq?.owned}`)
    .join('\n');
}
