import { JsonValue } from '@backstage/types';
import { SlipwayEnvironment } from '@slipway/platform-common';

/** The envelope of Prometheus' HTTP API, https://prometheus.io/docs/prometheus/latest/querying/api/ @public */
export interface PrometheusResponse {
  readonly status: 'success';
  readonly data: JsonValue;
  readonly warnings?: readonly string[];
}

/** Queries to one Amazon Managed Service for Prometheus workspace. All throw {@link UpstreamError}. @public */
export interface AmpClient {
  /** Instant query; `time` in seconds since the epoch, default now. */
  query(
    parameters: { readonly query: string; readonly time?: number },
    options?: { signal?: AbortSignal },
  ): Promise<PrometheusResponse>;
  /** Range query; `start` and `end` in seconds since the epoch, `step` in seconds. */
  queryRange(
    parameters: {
      readonly query: string;
      readonly start: number;
      readonly end: number;
      readonly step: number;
    },
    options?: { signal?: AbortSignal },
  ): Promise<PrometheusResponse>;
}

/** AMP clients by environment. @public */
export interface AmpClients {
  /** @throws UpstreamError `misconfigured` when the environment has no AMP workspace or no credentials. */
  get(environment: SlipwayEnvironment): Promise<AmpClient>;
}
