import { CostItem, CostRange } from './CostEstimate';
import {
  borrowedRegions,
  joinAlarms,
  priceItems,
  rounded,
} from './estimateCost';
import { PriceTable } from './PriceTable';
import { PricedResource, sum } from './Pricing';

/** How much more or less something costs in a month. `low` is with little use, `high` with much. */
export interface CostDelta {
  readonly currency: string;
  readonly asOf: string;
  readonly note: string;
  readonly before: CostRange;
  readonly after: CostRange;
  readonly delta: CostRange;
  /** What costs more or less, the largest first. */
  readonly items: CostItem[];
  readonly omittedItems?: number;
  readonly notEstimated: string[];
}

const MAX_ITEMS = 50;
const MAX_MISSED = 20;

/** Compares what resources cost in a month before and after a change; what goes away saves. Pure. */
export function costDelta(
  before: readonly PricedResource[],
  after: readonly PricedResource[],
  region: string,
  table: PriceTable,
): CostDelta {
  const price = (resources: readonly PricedResource[]) =>
    priceItems({ name: '', region, resources, pods: [] }, table);
  const [old, next] = [price(before), price(after)];
  const items = joinAlarms(differences(old.items, next.items))
    .map(item => ({ ...item, ...rounded(item) }))
    .filter(({ low, high }) => low !== 0 || high !== 0)
    .sort((a, b) => Math.abs(b.high) - Math.abs(a.high));
  const [was, willBe] = [sum(old.items), sum(next.items)];
  const missed = [
    ...next.missed.filter(words => !old.missed.includes(words)),
    ...old.missed.filter(words => !next.missed.includes(words)),
  ];
  return {
    currency: table.currency,
    asOf: table.asOf,
    note: [table.note, ...borrowedRegions([region], table)].join(' '),
    before: rounded(was),
    after: rounded(willBe),
    delta: rounded({ low: willBe.low - was.low, high: willBe.high - was.high }),
    items: items.slice(0, MAX_ITEMS),
    ...(items.length > MAX_ITEMS && { omittedItems: items.length - MAX_ITEMS }),
    notEstimated: [...missed.slice(0, MAX_MISSED), ...table.notEstimated],
  };
}

function differences(
  old: readonly CostItem[],
  next: readonly CostItem[],
): CostItem[] {
  const was = new Map(old.map(item => [item.resource, item]));
  const changed = next.map(item => {
    const { low = 0, high = 0 } = was.get(item.resource) ?? {};
    was.delete(item.resource);
    return { ...item, low: item.low - low, high: item.high - high };
  });
  const gone = [...was.values()].map(item => ({
    ...item,
    low: -item.low,
    high: -item.high,
  }));
  return [...changed, ...gone];
}
