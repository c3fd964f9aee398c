import {
  CostEstimate,
  CostItem,
  CostRange,
  EnvironmentCost,
} from './CostEstimate';
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

/** What is said when some of it runs already. */
const ADDED = 'Only what the change adds is counted.';

interface Priced {
  readonly cost: EnvironmentCost;
  readonly missed: readonly string[];
}

/**
 * What resources and pods cost in a month, beyond what those that run already cost. Pure: the same table and resources
 * give the same figures.
 */
export function estimateCost(
  environments: readonly PricedEnvironment[],
  table: PriceTable,
  running: readonly PricedEnvironment[] = [],
): CostEstimate {
  const priced = environments.map(environment =>
    priceEnvironment(
      environment,
      table,
      running.find(({ name }) => name === environment.name),
    ),
  );
  const borrowed = borrowedRegions(
    environments.map(({ region }) => region),
    table,
  );
  return {
    currency: table.currency,
    asOf: table.asOf,
    note: [
      table.note,
      ...borrowed,
      ...(running.length > 0 ? [ADDED] : []),
    ].join(' '),
    total: rounded(sum(priced.map(({ cost }) => cost))),
    environments: priced.map(({ cost }) => cost),
    notEstimated: [
      ...new Set(priced.flatMap(({ missed }) => missed)),
      ...table.notEstimated,
    ],
  };
}

/** What to say of regions that the table has no prices of. */
export function borrowedRegions(
  regions: readonly string[],
  table: PriceTable,
): string[] {
  return [...new Set(regions)]
    .filter(region => new Pricing(table, region).region !== region)
    .map(
      region =>
        `${region || 'An unknown region'} is priced as ${
          table.fallbackRegion
        }.`,
    );
}

function priceEnvironment(
  environment: PricedEnvironment,
  table: PriceTable,
  running: PricedEnvironment | undefined,
): Priced {
  const { name, region } = environment;
  const after = priceItems(environment, table);
  const before = running && priceItems(running, table);
  const items = addedItems(after.items, before?.items ?? []);
  return {
    missed: after.missed.filter(missed => !before?.missed.includes(missed)),
    cost: {
      environment: name,
      region,
      ...rounded(sum(items)),
      items: joinAlarms(items).map(item => ({ ...item, ...rounded(item) })),
    },
  };
}

/** What each priced thing costs in a month, and what has no price, in words. */
export function priceItems(
  { region, resources, pods }: PricedEnvironment,
  table: PriceTable,
): { items: readonly CostItem[]; missed: readonly string[] } {
  const pricing = new Pricing(table, region);
  const missed: string[] = [];
  const attempt = (what: string, price: () => CostItem | undefined) => {
    try {
      return price() ?? [];
    } catch (error) {
      if (!(error instanceof NoPriceError)) throw error;
      missed.push(`${what}: ${error.message}`);
      return [];
    }
  };
  const isFree = (type: string) =>
    table.free.some(start => type.startsWith(start));
  const items = [
    ...resources
      .filter(({ type }) => PRICERS.has(type) || !isFree(type))
      .flatMap(resource =>
        attempt(resource.address, () =>
          priceResource(resource, pricing, resources),
        ),
      ),
    ...pods.flatMap(pod => attempt(pod.name, () => pricePod(pod, pricing))),
  ];
  return { items, missed };
}

/** What is new as it is; of what costs more or less than before, the difference. */
function addedItems(
  after: readonly CostItem[],
  before: readonly CostItem[],
): readonly CostItem[] {
  const known = new Map(before.map(item => [item.resource, item]));
  return after.flatMap(item => {
    const was = known.get(item.resource);
    if (!was) return [item];
    const { low, high } = {
      low: item.low - was.low,
      high: item.high - was.high,
    };
    if (low === 0 && high === 0) return [];
    return [{ ...item, item: `${item.item}, changed`, low, high }];
  });
}

function priceResource(
  resource: PricedResource,
  pricing: Pricing,
  all: readonly PricedResource[],
): CostItem | undefined {
  const pricer = PRICERS.get(resource.type);
  if (!pricer) throw new NoPriceError('the table has no price of it');
  const item = pricer(resource, pricing, all);
  return item && { ...item, resource: resource.address };
}

/** Alarms are many and cheap: they are shown as one. */
export function joinAlarms(items: readonly CostItem[]): CostItem[] {
  const alarms = items.filter(({ item }) => item === ALARMS);
  const others = items.filter(({ item }) => item !== ALARMS);
  const [first] = alarms;
  if (!first) return others;
  return [
    ...others,
    { ...first, item: `${alarms.length} alarms`, ...sum(alarms) },
  ];
}

/** To cents. */
export function rounded({ low, high }: CostRange): CostRange {
  return {
    low: Math.round(low * 100) / 100,
    high: Math.round(high * 100) / 100,
  };
}
