import { Entity } from '@backstage/catalog-model';
import { SourceResult } from '@slipway/platform-common';
import {
  AlarmsResponse,
  GoldenSignals,
  GoldenSignalsResponse,
  TrafficKind,
  TrafficSignals,
} from '@slipway/plugin-metrics-common';

export const entity: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'orders',
    annotations: { 'prometheus.io/service-name': 'orders' },
  },
  spec: { type: 'service' },
};

const asOf = '2026-01-02T10:00:00.000Z';

/** Signals of one kind of work that serves `rate` per second and fails `errorRatio` of it. */
export function traffic(
  kind: TrafficKind,
  rate: number,
  errorRatio: number,
): TrafficSignals {
  const points = (value: number) =>
    [0, 30, 60].map(seconds => ({
      time: Date.parse(asOf) - 60_000 + seconds * 1000,
      value,
    }));
  return {
    kind,
    current: { rate, errorRatio, p50: 0.02, p95: 0.25, p99: 1.5 },
    series: {
      rate: points(rate),
      errorRatio: points(errorRatio),
      p50: points(0.02),
      p95: points(0.25),
      p99: points(1.5),
    },
  };
}

export function signals(
  environment: string,
  ...all: TrafficSignals[]
): SourceResult<GoldenSignals> {
  return {
    state: 'ok',
    asOf,
    source: { upstream: 'amp', environment, target: 'orders' },
    data: {
      environment,
      serviceName: 'orders',
      range: '1h',
      stepSeconds: 30,
      traffic: all,
    },
  };
}

export const response: GoldenSignalsResponse = {
  environments: [
    signals('dev', traffic('http', 12.5, 0.002)),
    signals('prod', traffic('http', 240, 0), traffic('messaging', 7, 0.2)),
  ],
  problems: [],
};

export const alarms: AlarmsResponse = {
  environments: [
    {
      state: 'ok',
      asOf,
      source: { upstream: 'cloudwatch', environment: 'dev', target: 'alarms' },
      data: {
        environment: 'dev',
        alarms: [
          {
            name: 'orders-dlq-not-empty',
            state: 'alarm',
            queue: 'dev-orders-dlq',
            reason: 'Threshold crossed: 3 datapoints',
            since: '2026-01-02T09:00:00Z',
            consoleUrl: 'https://eu-west-1.console.aws.amazon.com/cloudwatch',
          },
        ],
      },
    },
  ],
  problems: [],
};
