import { UpstreamError } from '@slipway/platform-node';

/**
 * When a connection ends in the middle of an answer, Octokit hands out what came as text, or nothing: a list of reviews
 * or checks would then be taken for an empty one.
 *
 * @throws UpstreamError for JSON that is not whole.
 */
export function assertWholeAnswer(answer: {
  readonly headers: { readonly 'content-type'?: string };
  readonly data: unknown;
}): void {
  const isJson = /application\/json/.test(answer.headers['content-type'] ?? '');
  if (!isJson || typeof answer.data !== 'string') return;
  throw new UpstreamError('unreachable', 'GitHub answered only in part', {
    fix: 'Try again in a moment',
  });
}
