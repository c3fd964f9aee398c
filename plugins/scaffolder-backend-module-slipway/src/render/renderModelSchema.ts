import { serviceSpecSchema } from '@slipway/platform-common';
import { z } from 'zod';
import { pathNames } from '../services/pathNames';
import { RenderModel } from './RenderModel';

/** What is looked at of a model that a step hands on; the rest was built from it. */
const coreSchema = z.looseObject({
  path: z.enum(pathNames),
  spec: z.looseObject({ name: serviceSpecSchema.shape.name }),
  request: z.looseObject({ id: z.string() }),
  environments: z
    .array(
      z.looseObject({
        name: z.string(),
        terraformRoot: z.string(),
        facts: z.looseObject({}),
        queues: z.array(z.looseObject({ name: z.string() })),
      }),
    )
    .min(1),
});

/** `values` of slipway:request:describe, as a later step gets them. */
export const renderModelSchema = z.custom<RenderModel>(
  value => coreSchema.safeParse(value).success,
  'must be `values` of slipway:request:describe',
);
