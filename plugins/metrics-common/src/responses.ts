import { SourceResult } from '@slipway/platform-common';
import { EnvironmentAlarms } from './alarm';
import { GoldenSignals } from './goldenSignals';

/** Something in the entity's annotations that cannot be used. @public */
export interface AnnotationProblem {
  readonly annotation: string;
  readonly message: string;
  readonly fix: string;
}

/** Reply of `GET /v1/entities/:kind/:namespace/:name/golden-signals`. @public */
export interface GoldenSignalsResponse {
  readonly environments: readonly SourceResult<GoldenSignals>[];
  readonly problems: readonly AnnotationProblem[];
}

/** Reply of `GET /v1/entities/:kind/:namespace/:name/alarms`. @public */
export interface AlarmsResponse {
  readonly environments: readonly SourceResult<EnvironmentAlarms>[];
  readonly problems: readonly AnnotationProblem[];
}
