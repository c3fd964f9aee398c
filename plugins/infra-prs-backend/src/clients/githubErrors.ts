import { UpstreamError } from '@slipway/platform-node';
import { z } from 'zod';

const requestError = z.object({
  status: z.number(),
  message: z.string().default(''),
  response: z
    .object({ headers: z.record(z.string(), z.unknown()).default({}) })
    .optional(),
});

/** How GraphQL says it: with status 200. https://docs.github.com/en/graphql/guides */
const graphqlError = z.object({
  headers: z.record(z.string(), z.unknown()).default({}),
  errors: z
    .array(z.object({ type: z.string().optional(), message: z.string() }))
    .min(1),
});
/** The status that the REST API would answer with. */
const STATUS_OF: Readonly<Record<string, number>> = {
  FORBIDDEN: 403,
  INSUFFICIENT_SCOPES: 403,
  NOT_FOUND: 404,
  STALE_DATA: 409,
  RATE_LIMITED: 429,
};

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

const cut = (text: string) => text.replace(/\s+/g, ' ').slice(0, 300);

function readGraphqlFailure(error: unknown): GithubFailure | undefined {
  // Others are asked nothing: a RequestError warns of the old names of its fields.
  if (!(error instanceof Error && error.name === 'GraphqlResponseError')) {
    return undefined;
  }
  const parsed = graphqlError.safeParse(error);
  if (!parsed.success) return undefined;
  const { errors, headers } = parsed.data;
  const status = STATUS_OF[errors[0].type ?? ''] ?? 422;
  const message = cut(errors.map(each => each.message).join('. '));
  const rateLimit = readRateLimit(status, message, headers);
  return { status, message, rateLimit };
}

/**
 * Takes a failed Octokit call apart; rate limits as in
 * https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api
 */
export function readGithubFailure(error: unknown): GithubFailure {
  const graphql = readGraphqlFailure(error);
  if (graphql) return graphql;
  const parsed = requestError.safeParse(error);
  // Octokit reports a failed connection as status 500 without a response.
  if (!parsed.success || !parsed.data.response) {
    return { message: 'GitHub did not answer' };
  }
  const { status, response } = parsed.data;
  const message = cut(parsed.data.message);
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
