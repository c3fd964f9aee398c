import { UpstreamError } from '@slipway/platform-node';
import { RequestError } from 'octokit';

/** What a failed call to a Git host means and what to do about it; upstream bodies are left out. */
export function mapGitHubError(error: unknown, host: string): UpstreamError {
  if (!(error instanceof RequestError) || error.status === 500) {
    return unreachable(host, error);
  }
  const headers = error.response?.headers;
  const limited =
    error.status === 429 ||
    (error.status === 403 &&
      (headers?.['x-ratelimit-remaining'] === '0' || headers?.['retry-after']));
  if (limited) {
    return new UpstreamError(
      'throttled',
      `The Git host ${host} lets the portal make no more calls for now${until(
        headers?.['x-ratelimit-reset'],
      )}`,
      { fix: 'Try again later', cause: error },
    );
  }
  if (error.status === 401 || error.status === 403) {
    return new UpstreamError(
      'misconfigured',
      `The Git host ${host} refused the portal's credentials (${error.status})`,
      {
        fix: `Check the token or app of integrations.github for ${host}`,
        cause: error,
      },
    );
  }
  if (error.status === 404) {
    return new UpstreamError(
      'not_found',
      `The Git host ${host} has no such repository, or does not show it to the portal`,
      { fix: 'Check slipway.infrastructure.repo', cause: error },
    );
  }
  return unreachable(host, error);
}

function unreachable(host: string, cause: unknown): UpstreamError {
  const status =
    cause instanceof RequestError && cause.response
      ? `answered ${cause.status}`
      : 'could not be reached';
  return new UpstreamError('unreachable', `The Git host ${host} ${status}`, {
    fix: 'Try again in a while',
    cause,
  });
}

function until(reset: string | number | undefined): string {
  const seconds = Number(reset);
  return seconds > 0 ? `, until ${new Date(seconds * 1000).toISOString()}` : '';
}
