import { InputError } from '@backstage/errors';
import { entityRefSchema } from '@slipway/platform-node';
import {
  approveCommandSchema,
  GITHUB_TOKEN_HEADER,
} from '@slipway/plugin-infra-prs-common';
import { z } from 'zod';

/** Query of the list. */
export const listQuerySchema = z.strictObject({
  state: z.enum(['open', 'merged', 'closed', 'all']).default('open'),
  entityRef: entityRefSchema.optional(),
  involving: z.literal('me').optional(),
});

/** Path of one change. */
export const numberPathSchema = z.object({
  number: z.coerce.number().pipe(z.int().positive().max(2_147_483_647)),
});

/** Which plan of a change. */
export const planQuerySchema = z.strictObject({
  digest: approveCommandSchema.shape.planDigest,
});

/** Of which head commit. */
export const filesQuerySchema = z.strictObject({
  headSha: approveCommandSchema.shape.headSha,
});

const tokenSchema = z
  .string({
    error: `The header ${GITHUB_TOKEN_HEADER} is missing: sign in with GitHub to approve and merge as yourself`,
  })
  .regex(/^[\w.-]{1,1024}$/, `The header ${GITHUB_TOKEN_HEADER} is no token`);

/** @throws InputError that says which field was wrong and what would do. */
export function parse<T extends z.ZodType>(
  schema: T,
  input: unknown,
): z.output<T> {
  const parsed = schema.safeParse(input);
  if (!parsed.success) throw new InputError(z.prettifyError(parsed.error));
  return parsed.data;
}

/** The signed-in person's own GitHub token. It is never logged or kept. */
export function readGithubToken(headers: Record<string, unknown>): string {
  return parse(tokenSchema, headers[GITHUB_TOKEN_HEADER]);
}
