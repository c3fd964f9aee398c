import { UpstreamError } from '@slipway/platform-node';
import { z } from 'zod';

const requestError = z.object({
  status: z.number(),
  message: z.string().default(''),
  response: z
    .object({ headers: z.record(z.string(), z.unknown()).default({}) })
    .optional(),
});

/** The parts of a failed GitHub call that decisions are made on. */
export interface GithubFailure {
  /** HTTP status; undefined when GitHub did not answer. */
  readonly status?: number;
  /** GitHub's own words, cut. */
  readonly message: string;
  /** Set when a rate limit was hit; `until` as ISO 8601 when GitHub said so. */
  readonly rateLimit?: { readonly until?: string };
}

function readRateLimit(
  status: number,
  message: string,
  headers: Readonly<Record<string, unknown>>,
): GithubFailure['rateLimit'] {
  if (status !== 403 && status !== 429) return undefined;
  const retryAfter = Number(headers['retry-after']);
  if (headers['retry-after'] !== undefined && Number.isFinite(retryAfter)) {
    return { until: new Date(Date.now() + retryAfter * 1000).toISOString() };
  }
  const reset = Number(headers['x-ratelimit-reset']);
  if (String(headers['x-ratelimit-remaining']) === '0') {
    return Number.isFinite(reset)
      ? { until: new Date(reset * 1000).toISOString() }
      : {};
  }
  return status === 429 || /rate limit/i.test(message) ? {} : undefined;
}

/**
 * Takes a failed Octokit call apart; rate limits as in
 * https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api
 */
export function readGithubFailure(error: unknown): GithubFailure {
  const parsed = requestError.safeParse(error);
  // Octokit reports a failed connection as status 500 without a response.
  if (!parsed.success || !parsed.data.response) {
    return { message: 'GitHub did not answer' };
  }
  const { status, response } = parsed.data;
  const message = parsed.data.message.replace(/\s+/g, ' ').slice(0, 300);
  return {
    status,
    message,
    rateLimit: readRateLimit(status, message, response.headers),
  };
}

/** When a rate limit ends, in words that fit behind a full sentence. */
export function untilWords(limit: { readonly until?: string }): string {
  return limit.until ? ` until ${limit.until}` : '';
}

/** Maps a failed read with Slipway's own credentials; never the reader's 401 or 403. */
export function mapGithubError(error: unknown): UpstreamError {
  if (error instanceof UpstreamError) return error;
  const { status, message, rateLimit } = readGithubFailure(error);
  if (rateLimit) {
    return new UpstreamError(
      'throttled',
      `GitHub's rate limit is used up${untilWords(rateLimit)}`,
      { fix: 'Wait; a GitHub App has a higher limit than a token' },
    );
  }
  if (status === 401) {
    return new UpstreamError(
      'misconfigured',
      "GitHub does not accept Slipway's credentials",
      { fix: 'Check integrations.github in app-config' },
    );
  }
  if (status === 403) {
    return new UpstreamError('forbidden', `GitHub refused: ${message}`, {
      fix: 'Let the GitHub integration read pull requests, contents and checks',
    });
  }
  if (status === 404) {
    return new UpstreamError('not_found', 'GitHub knows no such pull request');
  }
  if (status !== undefined && status < 500) {
    return new UpstreamError('misconfigured', `GitHub refused: ${message}`);
  }
  return new UpstreamError(
    'unreachable',
    status ? `GitHub answered with ${status}` : message,
    { fix: 'Try again in a minute' },
  );
}
