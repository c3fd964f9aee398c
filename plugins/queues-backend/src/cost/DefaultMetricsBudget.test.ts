import { mockServices } from '@backstage/backend-test-utils';
import { metricsServiceMock } from '@backstage/backend-test-utils/alpha';
import { UpstreamError } from '@slipway/platform-node';
import { DefaultMetricsBudget } from './DefaultMetricsBudget';
import { HourlyUsage, UsageStore } from './UsageStore';

const NOON = Date.parse('2026-11-28T12:30:00Z');
const HOUR = 3_600_000;

/** A store that can fail, as databases do. */
class FakeStore implements UsageStore {
  readonly rows: HourlyUsage[] = [];
  failure: Error | undefined;

  async add(usage: readonly HourlyUsage[]): Promise<void> {
    this.#fail();
    this.rows.push(...usage);
  }

  async since(since: number): Promise<readonly HourlyUsage[]> {
    this.#fail();
    return this.rows.filter(({ hour }) => hour >= since);
  }

  async prune(): Promise<void> {
    this.#fail();
  }

  #fail(): void {
    if (this.failure) {
      throw this.failure;
    }
  }
}

describe('DefaultMetricsBudget', () => {
  const create = (store: UsageStore, dailyBudget?: number) =>
    DefaultMetricsBudget.create({
      config: { pricePerThousandMetrics: 0.01, dailyBudget },
      logger: mockServices.logger.mock(),
      metrics: metricsServiceMock.mock(),
      store,
    });

  beforeEach(() => jest.useFakeTimers({ now: NOON }));
  afterEach(() => jest.useRealTimers());

  it.each([
    [0, 'full', undefined],
    [79_999, 'full', undefined],
    [80_000, 'slower', /every 15 minutes/],
    [99_999, 'slower', /every 15 minutes/],
    [100_000, 'paused', /used up.*00:00 UTC/],
  ])('of a dollar, after %i metrics, is %s', async (metrics, mode, text) => {
    const budget = create(new FakeStore(), 1);
    if (metrics > 0) {
      budget.spend('dev', metrics);
    }
    expect(budget.mode()).toBe(mode);
    expect(budget.degraded() ?? '').toMatch(text ?? /^$/);
  });

  it('refuses to spend more than there is, until midnight (UTC)', () => {
    const budget = create(new FakeStore(), 1);
    budget.spend('dev', 150_000);
    expect(() => budget.spend('dev', 1)).toThrow(UpstreamError);
    jest.setSystemTime(Date.parse('2026-11-29T00:00:01Z'));
    expect(budget.mode()).toBe('full');
    budget.spend('dev', 1);
  });

  it('has no limit without a budget, and tells what is spent where', async () => {
    const store = new FakeStore();
    store.rows.push(
      { hour: NOON - 30 * HOUR, environment: 'dev', metrics: 999 },
      { hour: NOON - 13.5 * HOUR, environment: 'dev', metrics: 1_000 },
    );
    const budget = create(store);
    budget.spend('prod', 400_000);
    budget.spend('prod', 100_000);
    budget.spend('dev', 2_000);
    expect(await budget.getCost()).toEqual({
      metricsLast24h: 503_000,
      metricsToday: 502_000,
      pricePerThousand: 0.01,
      costLast24h: 5.03,
      dailyBudget: undefined,
      mode: 'full',
      environments: [
        { environment: 'prod', metricsLast24h: 500_000 },
        { environment: 'dev', metricsLast24h: 3_000 },
      ],
    });
    expect(store.rows).toHaveLength(4);
  });

  it('counts what other replicas spent, and what this one did before a restart', async () => {
    const store = new FakeStore();
    const [one, other] = [create(store, 1), create(store, 1)];
    one.spend('dev', 60_000);
    other.spend('dev', 60_000);
    await one.sync();
    await other.sync();
    await one.sync();
    expect([one.mode(), other.mode()]).toEqual(['paused', 'paused']);
    const restarted = create(store, 1);
    await restarted.sync();
    expect(restarted.mode()).toBe('paused');
  });

  it('loses no counts while the database fails', async () => {
    const store = new FakeStore();
    const budget = create(store, 1);
    store.failure = new Error('down');
    budget.spend('dev', 50_000);
    await budget.sync();
    budget.spend('dev', 40_000);
    expect(budget.mode()).toBe('slower');
    store.failure = undefined;
    await budget.sync();
    expect(store.rows.reduce((sum, { metrics }) => sum + metrics, 0)).toBe(
      90_000,
    );
    expect(budget.mode()).toBe('slower');
  });
});
