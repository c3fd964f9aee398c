import { MetricsService } from '@backstage/backend-plugin-api/alpha';

/** Counts upstream calls and measures how long they take, by upstream, operation and state. */
export class UpstreamCallMetrics {
  readonly #calls: ReturnType<MetricsService['createCounter']>;
  readonly #duration: ReturnType<MetricsService['createHistogram']>;

  constructor(metrics: MetricsService) {
    this.#calls = metrics.createCounter('slipway.upstream.calls', {
      description: 'Upstream reads made by the fetch engine',
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
}
