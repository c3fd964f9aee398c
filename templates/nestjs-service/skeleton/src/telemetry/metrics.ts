import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import type { Config } from '../config.js';

const buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/**
 * Metrics under the names of the OpenTelemetry semantic conventions, in seconds.
 * https://opentelemetry.io/docs/specs/semconv/general/metrics/
 */
export class Metrics {
  readonly registry = new Registry();
{% if values.has.http %}
  readonly requests = new Histogram({
    name: 'http_server_request_duration_seconds',
    help: 'Time it took to answer a request.',
    labelNames: ['http_request_method', 'http_route', 'http_response_status_code'],
    buckets,
    registers: [this.registry],
  });
{% endif %}
{% if values.has.queues %}
  readonly messages = new Histogram({
    name: 'messaging_process_duration_seconds',
    help: 'Time it took to process a message.',
    labelNames: ['messaging_destination_name', 'error_type'],
    buckets,
    registers: [this.registry],
  });
{% endif %}
{% if values.has.publishes or values.has.sends %}
  readonly sendings = new Histogram({
    name: 'messaging_client_operation_duration_seconds',
    help: 'Time it took to send an event.',
    labelNames: ['messaging_destination_name', 'error_type'],
    buckets,
    registers: [this.registry],
  });
{% endif %}

  constructor(config: Pick<Config, 'OTEL_SERVICE_NAME'>) {
    this.registry.setDefaultLabels({ service_name: config.OTEL_SERVICE_NAME });
    collectDefaultMetrics({ register: this.registry });
  }
}
{% if not values.has.http and not values.has.queues and not values.has.publishes and not values.has.sends %}
{% endif %}
{% if values.has.queues or values.has.publishes or values.has.sends %}

/** One of a few words: a label must never hold what came from a message. An empty label is the same as none. */
export function errorType(error: unknown): '' | 'timeout' | 'error' {
  if (error === undefined) return '';
  return error instanceof Error && (error.name === 'TimeoutError' || error.name === 'AbortError') ? 'timeout' : 'error';
}
{% endif %}
