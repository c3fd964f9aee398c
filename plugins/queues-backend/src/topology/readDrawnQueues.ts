import { QueueKey } from '../clients/QueueKey';
import { dlqKey } from '../services/dlqKey';
import { CatalogQueue } from '../services/QueueCatalog';
import { QueueSources } from '../services/queueSources';
import { DrawnQueue } from './TopologyFacts';

type ByArn = ReadonlyMap<string, readonly CatalogQueue[]>;

/** Reads what a drawing shows of queues and their dead-letter queues. */
export async function readDrawnQueues(
  keys: readonly QueueKey[],
  deps: { byArn: ByArn; sources: QueueSources },
): Promise<DrawnQueue[]> {
  const { byArn, sources } = deps;
  const [attributes, histories] = await Promise.all([
    sources.attributes.getMany(keys),
    // Rates to the minute are for charts, which are paid for already where they are open.
    Promise.all(
      keys.map(async key => {
        const known = sources.histories.last(key);
        return known?.state === 'ok' ? known : sources.flow.get(key);
      }),
    ),
  ]);
  const dlqs = keys.map((key, index) => {
    const redrive = attributes[index].data?.redrive;
    return redrive && dlqKey(key, redrive.dlqArn);
  });
  const found = dlqs.flatMap(dlq => dlq ?? []);
  const results = await sources.attributes.getMany(found);
  return keys.map((key, index) => {
    const dlq = dlqs[index];
    return {
      key,
      catalog: byArn.get(key.arn) ?? [],
      attributes: attributes[index],
      history: histories[index],
      dlq: dlq && {
        key: dlq,
        attributes: results[found.indexOf(dlq)],
        catalog: byArn.get(dlq.arn) ?? [],
      },
    };
  });
}
