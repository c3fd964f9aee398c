import { NotFoundError, ServiceUnavailableError } from '@backstage/errors';
import { UpstreamError } from '@slipway/platform-node';

/**
 * What a caller is told when AWS failed: that AWS refused *Slipway's* role is no fault of the caller's, so it is never
 * their 401 or 403.
 */
export function toBackstageError(error: unknown): unknown {
  if (!(error instanceof UpstreamError)) return error;
  const text = error.fix ? `${error.message}. ${error.fix}` : error.message;
  return error.state === 'not_found'
    ? new NotFoundError(text)
    : new ServiceUnavailableError(text);
}
