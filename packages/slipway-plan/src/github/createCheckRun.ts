import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import { GithubError, refused } from './GithubError';
import { CheckTarget } from './readTarget';
import { FailedCall, isThrottled, retryDelay } from './retryDelay';

/** A check run; without a conclusion it is in progress. */
export interface CheckRunOutput {
  readonly name: string;
  readonly conclusion: 'success' | 'failure' | undefined;
  readonly title: string;
  readonly summary: string;
  readonly text: string;
}

const DEADLINE_MS = 30_000;
const answerSchema = z.object({ html_url: z.string().nullish() });
const messageSchema = z.object({ message: z.string() });

/**
 * Makes a check run on a commit: https://docs.github.com/en/rest/checks/runs#create-a-check-run
 * What fails for a while is tried again. Should a first try have arrived all the same, there are two of the same
 * name, of which readers take the newest.
 *
 * @returns its address.
 * @throws GithubError
 */
export async function createCheckRun(
  target: CheckTarget,
  check: CheckRunOutput,
): Promise<string> {
  for (let attempt = 1; ; attempt += 1) {
    const call = await post(target, check);
    if ('url' in call) return call.url;
    const wait = retryDelay(call, attempt, Date.now());
    if (wait === undefined) throw errorOf(call, attempt);
    await delay(wait);
  }
}

async function post(
  { apiUrl, owner, repo, sha, token, detailsUrl }: CheckTarget,
  { name, conclusion, ...output }: CheckRunOutput,
): Promise<FailedCall | { readonly url: string }> {
  try {
    const response = await fetch(
      `${apiUrl}/repos/${owner}/${repo}/check-runs`,
      {
        method: 'POST',
        signal: AbortSignal.timeout(DEADLINE_MS),
        // A token must not follow to where somebody redirects it.
        redirect: 'error',
        headers: {
          accept: 'application/vnd.github+json',
          authorization: `Bearer ${token}`,
          'content-type': 'application/json',
          'user-agent': 'slipway-plan',
          'x-github-api-version': '2022-11-28',
        },
        body: JSON.stringify({
          name,
          head_sha: sha,
          status: conclusion ? 'completed' : 'in_progress',
          conclusion,
          details_url: detailsUrl,
          output,
        }),
      },
    );
    const body: unknown = await response.json().catch(() => undefined);
    if (response.ok)
      return { url: answerSchema.safeParse(body).data?.html_url ?? '' };
    return toFailedCall(response, body);
  } catch (error) {
    return { message: error instanceof Error ? error.message : String(error) };
  }
}

function toFailedCall(
  { status, headers }: Response,
  body: unknown,
): FailedCall {
  const header = (name: string) => headers.get(name) ?? undefined;
  return {
    status,
    retryAfter: header('retry-after'),
    remaining: header('x-ratelimit-remaining'),
    reset: header('x-ratelimit-reset'),
    message: messageSchema
      .safeParse(body)
      .data?.message.replace(/\s+/g, ' ')
      .slice(0, 300),
  };
}

function errorOf(call: FailedCall, attempts: number): GithubError {
  const { status, message = '' } = call;
  if (isThrottled(call)) {
    return new GithubError(
      'throttled',
      `GitHub's rate limit is used up (${message})`,
    );
  }
  if (status === undefined) {
    return new GithubError(
      'unreachable',
      `GitHub did not answer, after ${attempts} tries (${message})`,
    );
  }
  return refused(status, message);
}
