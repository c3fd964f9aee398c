import { Request } from 'express';
import { z } from 'zod';
import { ApiError } from './ApiError';

/** Reads a request body, or answers 422 as GitHub does for a request that does not fit its schema. */
export function parseBody<T extends z.ZodType>(
  schema: T,
  request: Request,
): z.infer<T> {
  const parsed = schema.safeParse(request.body ?? {});
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map(
    issue => `"${issue.path.join('/')}": ${issue.message}`,
  );
  throw new ApiError(422, `Invalid request.\n\n${lines.join('\n')}`);
}

/** One query parameter as text; undefined when absent or given as something else. */
export function queryText(request: Request, name: string): string | undefined {
  const value = request.query[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}
