import { LoggerService } from '@backstage/backend-plugin-api';
import { MetricsService } from '@backstage/backend-plugin-api/alpha';
import { UpstreamError } from '@slipway/platform-node';
import { QueuesCost } from '@slipway/plugin-queues-common';
import { QueuesConfig } from '../config';
import { MetricsBudget, MetricsMode } from './MetricsBudget';
import { firstHour, hourOf, usageTotals } from './usageTotals';
import { HourlyUsage, UsageStore } from './UsageStore';

/** Share of the day's budget from which on metrics are read less often. */
const SLOWER_FROM = 0.8;
const DEGRADED: Readonly<Record<MetricsMode, string | undefined>> = {
  full: undefined,
  slower:
    "Most of today's CloudWatch budget is used: ages and rates are read every 15 minutes",
  paused:
    "Today's CloudWatch budget is used up: counts are live, ages and rates come back at 00:00 UTC",
};

interface Deps {
  readonly config: QueuesConfig['cloudwatch'];
  readonly logger: LoggerService;
  readonly metrics: MetricsService;
  readonly store: UsageStore;
}

/**
 * {@link MetricsBudget} that counts in memory and now and then shares its counts with the other replicas, so that what they
 * spent is known a little late and a budget can be exceeded by what half a minute costs.
 */
export class DefaultMetricsBudget implements MetricsBudget {
  readonly #deps: Deps;
  readonly #counter: ReturnType<MetricsService['createCounter']>;
  /** Of all replicas, as last read. */
  #known: readonly HourlyUsage[] = [];
  /** Of this one, since then. */
  #unsaved: HourlyUsage[] = [];

  static create(deps: Deps): DefaultMetricsBudget {
    return new DefaultMetricsBudget(deps);
  }

  private constructor(deps: Deps) {
    this.#deps = deps;
    this.#counter = deps.metrics.createCounter(
      'slipway.queues.cloudwatch.metrics',
      { description: 'Metrics requested with GetMetricData, which are billed' },
    );
  }

  spend(environment: string, metrics: number): void {
    if (this.mode() === 'paused') {
      throw new UpstreamError(
        'throttled',
        "Today's CloudWatch budget is used up",
        {
          fix: 'Wait until 00:00 UTC, or have slipway.queues.cloudwatch.dailyBudget raised',
        },
      );
    }
    this.#counter.add(metrics, { environment });
    const hour = hourOf(Date.now());
    const others = this.#unsaved.filter(
      usage => usage.hour !== hour || usage.environment !== environment,
    );
    const own = this.#unsaved.find(usage => !others.includes(usage));
    this.#unsaved = [
      ...others,
      { hour, environment, metrics: (own?.metrics ?? 0) + metrics },
    ];
  }

  mode(): MetricsMode {
    const { dailyBudget } = this.#deps.config;
    if (dailyBudget === undefined) {
      return 'full';
    }
    const spent = this.#price(this.#totals().today);
    if (spent >= dailyBudget) {
      return 'paused';
    }
    return spent >= SLOWER_FROM * dailyBudget ? 'slower' : 'full';
  }

  degraded(): string | undefined {
    return DEGRADED[this.mode()];
  }

  async getCost(): Promise<QueuesCost> {
    await this.sync();
    const { last24h, today, environments } = this.#totals();
    const { pricePerThousandMetrics, dailyBudget } = this.#deps.config;
    return {
      metricsLast24h: last24h,
      metricsToday: today,
      pricePerThousand: pricePerThousandMetrics,
      costLast24h: this.#price(last24h),
      dailyBudget,
      mode: this.mode(),
      environments,
    };
  }

  /** Shares what was counted here, and learns what others counted. A database that fails costs no counts. */
  async sync(): Promise<void> {
    const { store, logger } = this.#deps;
    const saving = this.#unsaved;
    this.#unsaved = [];
    try {
      await store.add(saving);
    } catch (error) {
      this.#unsaved = [...saving, ...this.#unsaved];
      logger.warn('What CloudWatch costs could not be saved', error as Error);
      return;
    }
    // Counted as known until it is read back, so that nothing is missing meanwhile.
    this.#known = [...this.#known, ...saving];
    try {
      this.#known = await store.since(firstHour(Date.now()));
    } catch (error) {
      logger.warn('What CloudWatch costs could not be read', error as Error);
    }
  }

  /** Forgets what is too old to be shown. */
  async prune(): Promise<void> {
    await this.#deps.store.prune(firstHour(Date.now()));
  }

  #totals() {
    return usageTotals([...this.#known, ...this.#unsaved], Date.now());
  }

  #price(metrics: number): number {
    return (metrics / 1_000) * this.#deps.config.pricePerThousandMetrics;
  }
}
