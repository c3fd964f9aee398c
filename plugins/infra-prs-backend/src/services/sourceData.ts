import { NotFoundError, ServiceUnavailableError } from '@backstage/errors';
import { SourceResult } from '@slipway/platform-common';
import { UpstreamError } from '@slipway/platform-node';
import { SourceSummary } from '@slipway/plugin-infra-prs-common';

/**
 * A result without its data. As of when it is is told only where it is old: answers that say the same are the same, so
 * that browsers need not load them again and pages can tell that nothing happened.
 */
export function summarizeSource(result: SourceResult<unknown>): SourceSummary {
  const { data: _, asOf, ...summary } = result;
  return summary.state === 'ok' ? summary : { ...summary, asOf };
}

/**
 * The data of a result that the answer is nothing without.
 *
 * @throws NotFoundError, or ServiceUnavailableError with what went wrong and what to do.
 */
export function requireData<T>(result: SourceResult<T>): T {
  if (result.data !== undefined) return result.data;
  const words = [result.message ?? 'GitHub could not be read', result.fix];
  const message = words.filter(Boolean).join('. ');
  if (result.state === 'not_found') throw new NotFoundError(message);
  throw new ServiceUnavailableError(message);
}

/** An UpstreamError as the error a decision ends with; others are passed on. */
export function asDecisionError(error: unknown): unknown {
  if (!(error instanceof UpstreamError)) return error;
  if (error.state === 'not_found') return new NotFoundError(error.message);
  const words = [`${error.message}; nothing was changed`, error.fix];
  return new ServiceUnavailableError(words.filter(Boolean).join('. '), error);
}
