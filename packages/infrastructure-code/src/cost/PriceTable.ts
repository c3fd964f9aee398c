import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { z } from 'zod';
import { assetPath } from '../assetPath';

const rangeSchema = z.strictObject({
  unit: z.string(),
  low: z.number().min(0),
  high: z.number().min(0),
});

const priceSchema = z
  .object({ unit: z.string(), source: z.url() })
  .catchall(z.number().positive());

const priceTableSchema = z.strictObject({
  currency: z.string(),
  asOf: z.iso.date(),
  note: z.string(),
  fallbackRegion: z.string(),
  hoursOfMonth: z.number().positive(),
  prices: z.record(z.string(), priceSchema),
  usage: z.record(z.string(), rangeSchema),
  free: z.array(z.string()),
  notEstimated: z.array(z.string()),
});

/** Prices, and what a month may bring: `assets/prices.yaml`. */
export type PriceTable = Readonly<z.infer<typeof priceTableSchema>>;

let loaded: Promise<PriceTable> | undefined;

/** The price table of the package, read once. */
export function readPriceTable(): Promise<PriceTable> {
  loaded ??= readFile(assetPath('prices.yaml'), 'utf8').then(text =>
    priceTableSchema.parse(parse(text)),
  );
  return loaded;
}

/** The region of the table that stands for a region. */
export function pricedRegion(table: PriceTable, region: string): string {
  const known = Object.values(table.prices).some(
    price => typeof price[region] === 'number',
  );
  return known ? region : table.fallbackRegion;
}
