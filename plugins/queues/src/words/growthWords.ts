import { formatNumber } from '@slipway/platform-react';

/** How many dead letters there are more than an hour ago: `+12 in the last hour`; undefined where that is not known. */
export function growthWords(growth: number | undefined): string | undefined {
  if (growth === undefined) return undefined;
  if (growth === 0) return 'no more in the last hour';
  const sign = growth > 0 ? '+' : '−';
  return `${sign}${formatNumber(Math.abs(growth))} in the last hour`;
}
