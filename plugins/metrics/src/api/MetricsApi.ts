import { createApiRef } from '@backstage/core-plugin-api';
import {
  AlarmsResponse,
  GoldenSignalsResponse,
  MetricsRange,
} from '@slipway/plugin-metrics-common';

/** Client of the metrics backend. @public */
export interface MetricsApi {
  goldenSignals(
    entityRef: string,
    range: MetricsRange,
    options?: { signal?: AbortSignal },
  ): Promise<GoldenSignalsResponse>;
  alarms(
    entityRef: string,
    options?: { signal?: AbortSignal },
  ): Promise<AlarmsResponse>;
}

/** @public */
export const metricsApiRef = createApiRef<MetricsApi>({
  id: 'plugin.slipway-metrics.client',
});
