import {
  resourceProblemSchema,
  sourceResultSchema,
} from '@slipway/platform-common';
import { z } from 'zod';
import { environmentAlarmsSchema } from './alarm';
import { goldenSignalsSchema } from './goldenSignals';

/** Reply of `GET /v1/entities/:kind/:namespace/:name/golden-signals`. @public */
export const goldenSignalsResponseSchema = z.object({
  environments: z.array(sourceResultSchema(goldenSignalsSchema)).readonly(),
  problems: z.array(resourceProblemSchema).readonly(),
});

/** @public */
export type GoldenSignalsResponse = Readonly<
  z.infer<typeof goldenSignalsResponseSchema>
>;

/** Reply of `GET /v1/entities/:kind/:namespace/:name/alarms`. @public */
export const alarmsResponseSchema = z.object({
  environments: z.array(sourceResultSchema(environmentAlarmsSchema)).readonly(),
  problems: z.array(resourceProblemSchema).readonly(),
});

/** @public */
export type AlarmsResponse = Readonly<z.infer<typeof alarmsResponseSchema>>;
