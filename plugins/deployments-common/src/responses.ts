import {
  resourceProblemSchema,
  sourceResultSchema,
} from '@slipway/platform-common';
import { z } from 'zod';
import { deploymentSchema } from './deployment';

/** Reply of `GET /v1/entities/:kind/:namespace/:name/deployments`. @public */
export const deploymentsResponseSchema = z.object({
  /** In the order of `slipway.environments`. Empty when the entity names no deployment at all. */
  deployments: z.array(sourceResultSchema(deploymentSchema)).readonly(),
  problems: z.array(resourceProblemSchema).readonly(),
});

/** @public */
export type DeploymentsResponse = Readonly<
  z.infer<typeof deploymentsResponseSchema>
>;
