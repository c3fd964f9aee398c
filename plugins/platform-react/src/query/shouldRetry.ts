import { ResponseError } from '@backstage/errors';

const MAX_RETRIES = 2;

/** Whether asking again may help: not after an answer that says the request itself was wrong or not allowed. */
export function shouldRetry(failures: number, error: unknown): boolean {
  const refused = error instanceof ResponseError && error.statusCode < 500;
  return !refused && failures < MAX_RETRIES;
}
