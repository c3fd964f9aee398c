import { z } from 'zod';
import { accounts, includesAccess } from '../accounts/Accounts';
import { HostContext } from '../HostContext';
import { HostedRepository } from '../records/HostedRepository';
import { Comment } from '../records/pullSchema';

const QUERY =
  /^\s*query\b[^{]*\{\s*repository\([^)]*\)\s*\{\s*pullRequest\([^)]*\)\s*\{\s*reviewThreads\(/;
const MUTATION =
  /^\s*mutation\b[^{]*\{\s*(resolveReviewThread|unresolveReviewThread)\(/;
const PAGE = 100;

const querySchema = z.object({
  owner: z.string(),
  repo: z.string(),
  number: z.number(),
  after: z.string().nullish(),
});
const mutationSchema = z.object({ threadId: z.string() });

function failure(field: string, type: string, message: string) {
  return {
    data: { [field]: null },
    errors: [{ type, path: [field], message }],
  };
}

/** Comments that begin a thread, oldest first. */
function firstComments(repository: HostedRepository, pull: number): Comment[] {
  return repository.record.reviewComments.filter(
    comment => comment.pull === pull && comment.inReplyTo === undefined,
  );
}

function listThreads(host: HostContext, asked: z.infer<typeof querySchema>) {
  const repository = host.repositories.get(asked.owner, asked.repo);
  if (!repository?.pull(asked.number)) {
    const name = `${asked.owner}/${asked.repo}#${asked.number}`;
    const message = `Could not resolve to a PullRequest with the number of ${name}.`;
    return failure('repository', 'NOT_FOUND', message);
  }
  const all = firstComments(repository, asked.number);
  const from = Number(asked.after ?? 0);
  const page = all.slice(from, from + PAGE);
  const end = from + page.length;
  const threads = {
    pageInfo: {
      hasNextPage: end < all.length,
      endCursor: page.length > 0 ? String(end) : null,
    },
    nodes: page.map(({ id, resolvedBy }) => ({
      id: `PRRT_${id}`,
      isResolved: resolvedBy !== undefined,
      comments: { nodes: [{ databaseId: id }] },
    })),
  };
  const pullRequest = { reviewThreads: threads };
  return { data: { repository: { pullRequest } } };
}

async function settle(
  host: HostContext,
  field: string,
  threadId: string,
  login: string,
) {
  const id = Number(/^PRRT_(\d+)$/.exec(threadId)?.[1]);
  const found = host.repositories.list().flatMap(repository => {
    const comment = repository.record.reviewComments.find(
      each => each.id === id && each.inReplyTo === undefined,
    );
    return comment ? [{ repository, comment }] : [];
  })[0];
  if (!found) {
    const message = `Could not resolve to a node with the global id of '${threadId}'.`;
    return failure(field, 'NOT_FOUND', message);
  }
  const { repository, comment } = found;
  const isOpener = repository.pull(comment.pull)?.author === login;
  if (
    !isOpener &&
    !includesAccess(accounts.access(login, repository), 'write')
  ) {
    const message = `${login} does not have the correct permissions to execute this mutation`;
    return failure(field, 'FORBIDDEN', message);
  }
  comment.resolvedBy = field === 'resolveReviewThread' ? login : undefined;
  await repository.save();
  return { data: { [field]: { clientMutationId: null } } };
}

/**
 * Which threads on lines are settled, and settling them; undefined for any other operation.
 * https://docs.github.com/en/graphql/reference/objects#pullrequestreviewthread
 */
export async function reviewThreads(
  host: HostContext,
  query: string,
  variables: Readonly<Record<string, unknown>>,
  login: string,
): Promise<object | undefined> {
  if (QUERY.test(query)) return listThreads(host, querySchema.parse(variables));
  const [, field] = MUTATION.exec(query) ?? [];
  if (field === undefined) return undefined;
  const { threadId } = mutationSchema.parse(variables);
  return settle(host, field, threadId, login);
}
