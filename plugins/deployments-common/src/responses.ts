import { SourceResult } from '@slipway/platform-common';
import { Deployment } from './deployment';

/** Something in the entity's annotations that cannot be used. @public */
export interface AnnotationProblem {
  readonly annotation: string;
  readonly message: string;
  readonly fix: string;
}

/** Reply of `GET /v1/entities/:kind/:namespace/:name/deployments`. @public */
export interface DeploymentsResponse {
  /** In the order of `slipway.environments`. Empty when the entity names no deployment at all. */
  readonly deployments: readonly SourceResult<Deployment>[];
  readonly problems: readonly AnnotationProblem[];
}
