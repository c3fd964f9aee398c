import { MetricSeries } from './MetricSeries';

/** Name and value, as CloudWatch writes them. */
export interface Dimension {
  readonly Name: string;
  readonly Value: string;
}

/** Which metric, in which account and region. */
export interface MetricIdentity {
  readonly account: string;
  readonly region: string;
  readonly namespace: string;
  readonly name: string;
  readonly dimensions: readonly Dimension[];
}

/** A metric that has values. */
export interface StoredMetric {
  readonly identity: MetricIdentity;
  readonly series: MetricSeries;
}

function keyOf(identity: MetricIdentity): string {
  const dimensions = identity.dimensions
    .map(({ Name, Value }) => `${Name}=${Value}`)
    .sort();
  const { account, region, namespace, name } = identity;
  return [account, region, namespace, name, ...dimensions].join('\n');
}

/** All metrics of all accounts and regions. */
export class MetricStore {
  private readonly metrics = new Map<string, StoredMetric>();

  /** The series of a metric, made if there is none. */
  series(identity: MetricIdentity): MetricSeries {
    const key = keyOf(identity);
    const existing = this.metrics.get(key);
    if (existing) {
      return existing.series;
    }
    const series = new MetricSeries();
    this.metrics.set(key, { identity, series });
    return series;
  }

  find(identity: MetricIdentity): MetricSeries | undefined {
    return this.metrics.get(keyOf(identity))?.series;
  }

  list(account: string, region: string): readonly StoredMetric[] {
    return [...this.metrics.values()].filter(
      ({ identity }) =>
        identity.account === account && identity.region === region,
    );
  }

  clear(): void {
    this.metrics.clear();
  }
}
