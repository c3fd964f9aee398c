import { z } from 'zod';
import { SourceResult } from './sourceResult';

const stateSchema = z.enum([
  'ok',
  'stale',
  'forbidden',
  'not_found',
  'throttled',
  'unreachable',
  'misconfigured',
]);

const sourceSchema = z.object({
  upstream: z.string(),
  environment: z.string().optional(),
  target: z.string().optional(),
});

/** Schema of a {@link SourceResult} with `data` of another schema, for clients of backend routes. @public */
export function sourceResultSchema<T>(
  data: z.ZodType<T>,
): z.ZodType<SourceResult<T>> {
  return z.object({
    state: stateSchema,
    source: sourceSchema,
    data: data.optional(),
    asOf: z.string().optional(),
    message: z.string().optional(),
    fix: z.string().optional(),
  });
}

/** What in an entity's annotations could not be used. @public */
export const resourceProblemSchema = z.object({
  annotation: z.string(),
  message: z.string(),
  fix: z.string(),
});
