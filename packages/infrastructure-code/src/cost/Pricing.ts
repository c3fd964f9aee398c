import { CostItem, CostRange } from './CostEstimate';
import { PriceTable, pricedRegion } from './PriceTable';

/** Something has no price in the table. */
export class NoPriceError extends Error {
  override readonly name = 'NoPriceError';
}

/** A resource to be priced, with known values only. */
export interface PricedResource {
  readonly address: string;
  readonly type: string;
  /** Address of the module that it is in. */
  readonly module: string;
  readonly values: Readonly<Record<string, unknown>>;
}

/** What a resource costs, given all of its environment; undefined when others count for it. */
export type Pricer = (
  resource: PricedResource,
  pricing: Pricing,
  all: readonly PricedResource[],
) => Omit<CostItem, 'resource'> | undefined;

/** Prices of one region. */
export class Pricing {
  readonly region: string;

  constructor(private readonly table: PriceTable, region: string) {
    this.region = pricedRegion(table, region);
  }

  /** Price of one unit. @throws NoPriceError */
  of(id: string): number {
    const price = this.table.prices[id]?.[this.region];
    if (typeof price !== 'number') {
      throw new NoPriceError(`the table has no price of ${id}`);
    }
    return price;
  }

  /** Price of a month for what is paid by the hour. @throws NoPriceError */
  monthly(id: string): number {
    return this.of(id) * this.table.hoursOfMonth;
  }

  /** What a month may bring: units from low to high, and in words. */
  usage(id: string): CostRange & { readonly words: string } {
    const usage = this.table.usage[id];
    if (!usage) throw new NoPriceError(`the table has no usage of ${id}`);
    const { low, high, unit } = usage;
    return { low, high, words: `${low} to ${high} ${unit}` };
  }

  /** Cost of a use at a price. @throws NoPriceError */
  forUsage(usageId: string, priceId: string): CostRange {
    const { low, high } = this.usage(usageId);
    const price = this.of(priceId);
    return { low: low * price, high: high * price };
  }
}

/** Sum of ranges. */
export function sum(ranges: readonly CostRange[]): CostRange {
  return {
    low: ranges.reduce((total, { low }) => total + low, 0),
    high: ranges.reduce((total, { high }) => total + high, 0),
  };
}

/** The same at both ends. */
export function fixed(amount: number): CostRange {
  return { low: amount, high: amount };
}

/** A value as text; empty for what is not known. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** A value as a number; the fallback for what is not known. */
export function numberOf(value: unknown, fallback: number): number {
  const number = typeof value === 'string' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number)
    ? number
    : fallback;
}
