/** Calls that are made for one check run at most. */
export const MAX_ATTEMPTS = 5;
/** Longest wait before a call is made again, in milliseconds: a job must not hang for an hour. */
const MAX_WAIT_MS = 60_000;

/** What a failed call said. */
export interface FailedCall {
  /** Undefined when there was no answer. */
  readonly status?: number;
  readonly retryAfter?: string;
  readonly remaining?: string;
  readonly reset?: string;
  readonly message?: string;
}

/** Whether a call was refused by a rate limit, the secondary one included. */
export function isThrottled(call: FailedCall): boolean {
  const { status, retryAfter, remaining, message = '' } = call;
  if (status === 429) return true;
  return (
    status === 403 &&
    (retryAfter !== undefined ||
      remaining === '0' ||
      /rate limit/i.test(message))
  );
}

/**
 * Milliseconds to wait before a call is made again, as
 * https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api asks for.
 *
 * @param attempt - from 1
 * @returns undefined when it should not be made again.
 */
export function retryDelay(
  call: FailedCall,
  attempt: number,
  now: number,
): number | undefined {
  if (attempt >= MAX_ATTEMPTS) return undefined;
  const backoff = 1_000 * 2 ** (attempt - 1);
  if (isThrottled(call)) {
    const after = Number(call.retryAfter ?? Number.NaN) * 1_000;
    const reset =
      call.remaining === '0' ? Number(call.reset) * 1_000 - now : Number.NaN;
    const asked = [after, reset].find(Number.isFinite) ?? backoff;
    return asked <= MAX_WAIT_MS ? Math.max(asked, 0) : undefined;
  }
  const isTransient = call.status === undefined || call.status >= 500;
  return isTransient ? backoff : undefined;
}
