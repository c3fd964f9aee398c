import { SignalName, TrafficKind } from '@slipway/plugin-metrics-common';
import { promString } from './promString';

/** Values a query may hold; all are made or checked here on the server. */
export interface QueryValues {
  readonly serviceName: string;
  readonly windowSeconds: number;
}

/** PromQL for the signals of one kind of work. */
export interface QueryPack {
  readonly kind: TrafficKind;
  /** Histogram metric without its `_bucket`, `_count` or `_sum`. */
  readonly metric: string;
  query(signal: SignalName, values: QueryValues): string;
}

const quantiles = { p50: 0.5, p95: 0.95, p99: 0.99 } as const;

function createPack(
  kind: TrafficKind,
  metric: string,
  failed: string,
): QueryPack {
  const perSecond = (part: string, values: QueryValues, extra = '') =>
    `rate(${metric}_${part}{service_name=${promString(
      values.serviceName,
    )}${extra}}[${values.windowSeconds}s])`;
  return {
    kind,
    metric,
    query(signal, values) {
      const total = `sum(${perSecond('count', values)})`;
      if (signal === 'rate') return total;
      if (signal === 'errorRatio') {
        // A service that never failed has no failed series: that is a ratio of 0, not a gap.
        const errors = `sum(${perSecond('count', values, `,${failed}`)})`;
        return `(${errors} or ${total} * 0) / ${total}`;
      }
      const buckets = perSecond('bucket', values);
      return `histogram_quantile(${quantiles[signal]}, sum by (le) (${buckets}))`;
    },
  };
}

/**
 * All the PromQL Slipway sends. Metric and label names are those of the OpenTelemetry semantic conventions as exported
 * to Prometheus, see https://opentelemetry.io/docs/specs/semconv/http/http-metrics/ and
 * https://opentelemetry.io/docs/specs/semconv/messaging/messaging-metrics/
 */
export const queryPacks: readonly QueryPack[] = [
  createPack(
    'http',
    'http_server_request_duration_seconds',
    'http_response_status_code=~"5.."',
  ),
  createPack(
    'messaging',
    'messaging_process_duration_seconds',
    'error_type!=""',
  ),
];
