import { SlipwayEnvironment } from '@slipway/platform-common';
import { FetchEngine, Source } from '@slipway/platform-node';
import { HumanDuration } from '@backstage/types';
import { GoldenSignals, MetricsRange } from '@slipway/plugin-metrics-common';
import {
  CloudWatchAlarmsClient,
  QueueAlarm,
} from '../clients/CloudWatchAlarmsClient';
import { GoldenSignalsKey, GoldenSignalsReader } from './GoldenSignalsReader';

/** The cached reads of this plugin. */
export interface MetricsSources {
  readonly goldenSignals: Readonly<
    Record<MetricsRange, Source<GoldenSignalsKey, GoldenSignals>>
  >;
  /** One read serves all entities of an account and region. */
  readonly alarms: Source<SlipwayEnvironment, readonly QueueAlarm[]>;
}

function goldenSignalsSource(
  engine: FetchEngine,
  reader: GoldenSignalsReader,
  ttl: HumanDuration,
) {
  const id = (key: GoldenSignalsKey) =>
    JSON.stringify([key.environment.name, key.serviceName]);
  return engine.createSource<GoldenSignalsKey, GoldenSignals>({
    upstream: 'amp',
    operation: 'QueryMetrics',
    key: id,
    target: key => key.environment.amp?.workspace ?? key.environment.name,
    describe: key => ({
      upstream: 'amp',
      environment: key.environment.name,
      target: key.serviceName,
    }),
    ttl,
    staleFor: { minutes: 15 },
    deadline: { seconds: 15 },
    load: async ([key], context) =>
      new Map([[id(key), await reader.read(key, context)]]),
  });
}

/** The longer the range, the less a few seconds matter. */
export function createSources(
  engine: FetchEngine,
  deps: { reader: GoldenSignalsReader; alarms: CloudWatchAlarmsClient },
): MetricsSources {
  return {
    goldenSignals: {
      '1h': goldenSignalsSource(engine, deps.reader, { seconds: 15 }),
      '6h': goldenSignalsSource(engine, deps.reader, { seconds: 60 }),
      '24h': goldenSignalsSource(engine, deps.reader, { seconds: 60 }),
    },
    alarms: engine.createSource<SlipwayEnvironment, readonly QueueAlarm[]>({
      upstream: 'cloudwatch',
      operation: 'DescribeAlarms',
      key: environment => `${environment.account}/${environment.region}`,
      target: environment => `${environment.account}/${environment.region}`,
      describe: environment => ({
        upstream: 'cloudwatch',
        environment: environment.name,
        target: 'alarms',
      }),
      ttl: { seconds: 15 },
      staleFor: { minutes: 15 },
      deadline: { seconds: 15 },
      load: async ([environment], context) =>
        new Map([
          [
            `${environment.account}/${environment.region}`,
            await deps.alarms.listQueueAlarms(environment, context),
          ],
        ]),
    }),
  };
}
