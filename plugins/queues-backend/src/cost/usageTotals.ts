import { HourlyUsage } from './UsageStore';

export const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Start of the hour that `time` is in. */
export function hourOf(time: number): number {
  return Math.floor(time / HOUR_MS) * HOUR_MS;
}

/** Start of the day (UTC) that `time` is in: when budgets begin anew. */
export function dayOf(time: number): number {
  return Math.floor(time / DAY_MS) * DAY_MS;
}

/** The first hour that counts for the last 24, in whole hours: this one and the 23 before. */
export function firstHour(now: number): number {
  return hourOf(now) - DAY_MS + HOUR_MS;
}

/** Sums of hours as {@link MetricsBudget} needs them. */
export function usageTotals(
  usage: readonly HourlyUsage[],
  now: number,
): {
  readonly last24h: number;
  readonly today: number;
  readonly environments: Array<{ environment: string; metricsLast24h: number }>;
} {
  const recent = usage.filter(({ hour }) => hour >= firstHour(now));
  const byEnvironment = new Map<string, number>();
  for (const { environment, metrics } of recent) {
    byEnvironment.set(
      environment,
      (byEnvironment.get(environment) ?? 0) + metrics,
    );
  }
  return {
    last24h: sum(recent),
    today: sum(usage.filter(({ hour }) => hour >= dayOf(now))),
    environments: [...byEnvironment]
      .map(([environment, metricsLast24h]) => ({ environment, metricsLast24h }))
      .sort((a, b) => b.metricsLast24h - a.metricsLast24h),
  };
}

function sum(usage: readonly HourlyUsage[]): number {
  return usage.reduce((total, { metrics }) => total + metrics, 0);
}
