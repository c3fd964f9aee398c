import { SourceResult } from '@slipway/platform-common';
import { UpstreamError } from '@slipway/platform-node';

/** The data of a read. @throws UpstreamError that says what the read ran into. */
export function dataOf<T>(result: SourceResult<T>): T {
  if (result.data !== undefined) return result.data;
  const { state, message, fix } = result;
  const failed = state === 'ok' || state === 'stale' ? 'unreachable' : state;
  throw new UpstreamError(
    failed,
    message ?? 'GitHub could not be read',
    fix === undefined ? {} : { fix },
  );
}
