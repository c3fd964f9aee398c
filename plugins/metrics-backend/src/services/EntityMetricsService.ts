import { CallerCredentials } from '@slipway/platform-node';
import {
  AlarmsResponse,
  GoldenSignalsResponse,
  MetricsRange,
} from '@slipway/plugin-metrics-common';

/** Golden signals and alarms of an entity, read as the caller. */
export interface EntityMetricsService {
  /** @throws NotFoundError when the caller cannot see the entity. */
  goldenSignals(
    entityRef: string,
    range: MetricsRange,
    credentials: CallerCredentials,
  ): Promise<GoldenSignalsResponse>;
  /** @throws NotFoundError when the caller cannot see the entity. */
  alarms(
    entityRef: string,
    credentials: CallerCredentials,
  ): Promise<AlarmsResponse>;
}
