import {
  AlarmsResponse,
  alarmsResponseSchema,
  GoldenSignalsResponse,
  goldenSignalsResponseSchema,
  MetricsRange,
} from '@slipway/plugin-metrics-common';
import {
  SlipwayApiClient,
  SlipwayApiClientOptions,
} from '@slipway/platform-react';
import { MetricsApi } from './MetricsApi';

/** {@link MetricsApi} over HTTP. @public */
export class MetricsClient extends SlipwayApiClient implements MetricsApi {
  constructor(options: SlipwayApiClientOptions) {
    super('slipway-metrics', options);
  }

  async goldenSignals(
    entityRef: string,
    range: MetricsRange,
    options?: { signal?: AbortSignal },
  ): Promise<GoldenSignalsResponse> {
    return this.request({
      path: this.entityPath(entityRef, 'golden-signals'),
      query: { range },
      signal: options?.signal,
      read: json => goldenSignalsResponseSchema.parse(json),
    });
  }

  async alarms(
    entityRef: string,
    options?: { signal?: AbortSignal },
  ): Promise<AlarmsResponse> {
    return this.request({
      path: this.entityPath(entityRef, 'alarms'),
      signal: options?.signal,
      read: json => alarmsResponseSchema.parse(json),
    });
  }
}
