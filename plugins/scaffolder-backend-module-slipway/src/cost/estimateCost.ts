import { CostEstimate, CostItem, EnvironmentCost } from './CostEstimate';
import { computePricers } from './pricers/compute';
import { dataPricers } from './pricers/data';
import { ALARMS, messagingPricers } from './pricers/messaging';
import { sitePricers } from './pricers/site';
import { PricedPod, pricePod } from './pricePod';
import { PriceTable } from './PriceTable';
import { NoPriceError, PricedResource, Pricing, sum } from './Pricing';

const PRICERS = new Map(
  Object.entries({
    ...computePricers,
    ...dataPricers,
    ...messagingPricers,
    ...sitePricers,
  }),
);

/** All that runs in one environment. */
export interface PricedEnvironment {
  readonly name: string;
  readonly region: string;
  readonly resources: readonly PricedResource[];
  readonly pods: readonly PricedPod[];
}

type NotEstimated = CostEstimate['notEstimated'];

/** What resources and pods cost in a month. Pure: the same table and resources give the same figures. */
export function estimateCost(
  environments: readonly PricedEnvironment[],
  table: PriceTable,
): CostEstimate {
  const priced = environments.map(environment =>
    priceEnvironment(environment, table),
  );
  const missing = new Map(
    [...priced.flatMap(({ missed }) => missed), ...table.notEstimated].map(
      item => [item.name, item] as const,
    ),
  );
  return {
    currency: table.currency,
    asOf: table.asOf,
    total: rounded(sum(priced.map(({ cost }) => cost))),
    environments: priced.map(({ cost }) => cost),
    notEstimated: [...missing.values()],
  };
}

function priceEnvironment(
  { name, region, resources, pods }: PricedEnvironment,
  table: PriceTable,
): { cost: EnvironmentCost; missed: NotEstimated } {
  const pricing = new Pricing(table, region);
  const missed: NotEstimated[number][] = [];
  const items: CostItem[] = [];
  const attempt = (what: string, price: () => CostItem | undefined) => {
    try {
      const item = price();
      if (item) items.push(item);
    } catch (error) {
      if (!(error instanceof NoPriceError)) throw error;
      missed.push({ name: what, why: error.message });
    }
  };
  for (const resource of resources) {
    const pricer = PRICERS.get(resource.type);
    const free = table.free.some(start => resource.type.startsWith(start));
    if (pricer) {
      attempt(resource.address, () => {
        const item = pricer(resource, pricing, resources);
        return item && { ...item, resource: resource.address };
      });
    } else if (!free) {
      missed.push({ name: resource.type, why: 'the table has no price of it' });
    }
  }
  for (const pod of pods) attempt(pod.name, () => pricePod(pod, pricing));
  const shown = joinAlarms(items).map(item => ({ ...item, ...rounded(item) }));
  const cost = {
    name,
    region,
    ...(pricing.region === region ? {} : { pricedAs: pricing.region }),
    ...rounded(sum(items)),
    items: shown,
  };
  return { cost, missed };
}

function joinAlarms(items: readonly CostItem[]): CostItem[] {
  const alarms = items.filter(({ name }) => name === ALARMS);
  const others = items.filter(({ name }) => name !== ALARMS);
  const [first] = alarms;
  if (!first) return others;
  const name = `${alarms.length} alarms`;
  return [...others, { ...first, name, ...sum(alarms) }];
}

/** To cents. */
function rounded({ low, high }: { low: number; high: number }): {
  low: number;
  high: number;
} {
  return {
    low: Math.round(low * 100) / 100,
    high: Math.round(high * 100) / 100,
  };
}
