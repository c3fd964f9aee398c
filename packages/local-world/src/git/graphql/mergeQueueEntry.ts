import { z } from 'zod';
import { HostContext } from '../HostContext';
import { queueOf } from '../pulls/mergeQueue';

const variablesSchema = z.object({
  owner: z.string(),
  repo: z.string(),
  number: z.number(),
});
const QUERY =
  /^\s*query\b[^{]*\{\s*repository\([^)]*\)\s*\{\s*pullRequest\([^)]*\)\s*\{\s*mergeQueueEntry\b/;

/** Answers where a pull request is in the merge queue; undefined for any other query. */
export function mergeQueueEntry(
  host: HostContext,
  query: string,
  variables: unknown,
) {
  const asked = variablesSchema.safeParse(variables);
  if (!QUERY.test(query) || !asked.success) return undefined;
  const { owner, repo, number } = asked.data;
  const repository = host.repositories.get(owner, repo);
  const pull = repository?.pull(number);
  if (!repository || !pull) return answer(null);
  const position = queueOf(repository, pull.base.ref).indexOf(pull) + 1;
  const entry = position > 0 ? { position, state: 'QUEUED' } : null;
  return answer({ mergeQueueEntry: entry });
}

function answer(pullRequest: object | null) {
  return { data: { repository: { pullRequest } } };
}
