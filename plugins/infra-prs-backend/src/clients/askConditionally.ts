import type { Octokit } from 'octokit';
import { z } from 'zod';
import { RecentAnswers } from './RecentAnswers';

/** Enough for the pages of a thousand pull requests. */
const MAX_BYTES = 64 * 1024 * 1024;
/** `content-length` is absent where an answer is compressed on the way. */
const DEFAULT_BYTES = 20_000;

type Answer = Awaited<ReturnType<Octokit['request']>>;

const unchangedSchema = z.object({ status: z.literal(304) });

/** Octokit takes the lists out of what it is given: it gets an object of its own. */
function copyOf(answer: Answer): Answer {
  const { data } = answer;
  return { ...answer, data: Array.isArray(data) ? [...data] : { ...data } };
}

/**
 * Makes reads say what they know already, by its ETag: GitHub answers 304 to what did not change, which does not count
 * against the rate limit. https://docs.github.com/en/rest/using-the-rest-api/best-practices-for-using-the-rest-api
 *
 * @param told - is told of each read, and whether it was unchanged
 */
export function askConditionally(
  octokit: Octokit,
  told: (outcome: 'read' | 'unchanged') => void = () => {},
  maxBytes = MAX_BYTES,
): void {
  const known = new RecentAnswers<Answer>(maxBytes);
  octokit.hook.wrap('request', async (request, options) => {
    if (options.method !== 'GET') return request(options);
    const { url, headers } = octokit.request.endpoint(options);
    const key = `${headers.accept} ${url}`;
    const before = known.get(key);
    // Hooks further in see this very object, whatever is handed on to them.
    if (before) options.headers['if-none-match'] = before.etag;
    try {
      const answer: Answer = await request(options);
      told('read');
      const { etag, 'content-length': length } = answer.headers;
      const bytes = Number(length) || DEFAULT_BYTES;
      if (etag) known.set(key, { etag, answer: copyOf(answer), bytes });
      return answer;
    } catch (error) {
      if (!before || !unchangedSchema.safeParse(error).success) throw error;
      told('unchanged');
      return copyOf(before.answer);
    }
  });
}
