import { MetricsService } from '@backstage/backend-plugin-api/alpha';

/** Counts upstream calls and measures how long they take, by upstream, operation and state. */
export class UpstreamCallMetrics {
  readonly #calls: ReturnType<MetricsService['createCounter']>;
  readonly #shared: ReturnType<MetricsService['createCounter']>;
  readonly #duration: ReturnType<MetricsService['createHistogram']>;

  constructor(metrics: MetricsService) {
    this.#calls = metrics.createCounter('slipway.upstream.calls', {
      description: 'Upstream reads made by the fetch engine',
    });
    this.#shared = metrics.createCounter('slipway.upstream.shared', {
      description:
        'Keys of shared sources, by whether another replica had read them',
    });
    this.#duration = metrics.createHistogram('slipway.upstream.duration', {
      description: 'How long upstream reads take',
      unit: 's',
    });
  }

  record(
    labels: { upstream: string; operation: string; state: string },
    milliseconds: number,
  ): void {
    this.#calls.add(1, labels);
    this.#duration.record(milliseconds / 1000, labels);
  }

  /** Keys that another replica had read (`taken`), or that this one did (`read`). */
  recordShared(
    labels: { upstream: string; operation: string; outcome: 'taken' | 'read' },
    keys: number,
  ): void {
    if (keys > 0) {
      this.#shared.add(keys, labels);
    }
  }
}
