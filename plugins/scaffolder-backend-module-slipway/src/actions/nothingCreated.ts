import { ServiceUnavailableError } from '@backstage/errors';
import { UpstreamError } from '@slipway/platform-node';

/**
 * Rethrows what failed before the first side effect of a run, telling the person that there is nothing to clean up.
 *
 * @throws ServiceUnavailableError for an upstream's failure, otherwise the error itself.
 */
export function nothingCreated(error: unknown): never {
  if (error instanceof UpstreamError) {
    const fix = error.fix ?? 'Run the template again';
    throw new ServiceUnavailableError(
      `${error.message}. Nothing was created. ${fix}.`,
      error,
    );
  }
  throw error;
}
