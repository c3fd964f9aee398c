import { Octokit } from 'octokit';
import { assertWholeAnswer } from './assertWholeAnswer';

const silent = {
  debug: () => {},
  info: () => {},
  warn: () => {},
  error: () => {},
};

/**
 * An Octokit with bounded retries. Rate limits are not waited out inside a request: they become an answer that
 * says until when.
 */
export function createOctokit(options: {
  baseUrl: string;
  /** Read before each request: tokens of GitHub Apps expire. */
  authorization: () => Promise<string | undefined>;
  /** How often a read is repeated after a 5xx answer; 0 for actions. */
  retries: number;
}): Octokit {
  const octokit = new Octokit({
    baseUrl: options.baseUrl,
    userAgent: 'slipway-infra-prs',
    log: silent,
    throttle: { enabled: false },
    retry: {
      enabled: options.retries > 0,
      retries: options.retries,
      // Milliseconds. With the second that is usual, reads that are repeated hold up what a person waits for.
      retryAfterBaseValue: 250,
      doNotRetry: [400, 401, 403, 404, 405, 409, 410, 422, 429, 451],
    },
  });
  octokit.hook.before('request', async request => {
    const authorization = await options.authorization();
    if (authorization) request.headers.authorization = authorization;
  });
  octokit.hook.after('request', assertWholeAnswer);
  return octokit;
}
