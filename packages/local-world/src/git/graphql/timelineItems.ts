import { z } from 'zod';
import { accounts } from '../accounts/Accounts';
import { HostContext } from '../HostContext';
import { Happening } from '../records/pullSchema';

const QUERY =
  /^\s*query\b[^{]*\{\s*repository\([^)]*\)\s*\{\s*pullRequest\([^)]*\)\s*\{\s*timelineItems\(/;
const PAGE = 100;

const variablesSchema = z.object({
  owner: z.string(),
  repo: z.string(),
  number: z.number(),
  after: z.string().nullish(),
});

const account = (login: string | undefined) =>
  login ? { __typename: accounts.get(login)?.type ?? 'User', login } : null;

const commit = (oid: string | undefined) => (oid ? { oid } : null);

/** What each type has beside its id, time and actor. */
function detailsOf({ type, from, to, review, message }: Happening): object {
  switch (type) {
    case 'HeadRefForcePushedEvent':
      return { beforeCommit: commit(from), afterCommit: commit(to) };
    case 'BaseRefChangedEvent':
      return { previousRefName: from ?? '', currentRefName: to ?? '' };
    case 'ReviewDismissedEvent':
      return {
        dismissalMessage: message ?? null,
        previousReviewState: review?.state ?? 'APPROVED',
        review: review ? { author: account(review.login) } : null,
      };
    case 'AutoMergeDisabledEvent':
    case 'RemovedFromMergeQueueEvent':
      return { reason: message ?? null };
    default:
      return {};
  }
}

const toNode = (happening: Happening) => ({
  __typename: happening.type,
  id: `TE_${happening.id}`,
  createdAt: `${new Date(happening.at).toISOString().slice(0, 19)}Z`,
  actor: account(happening.login),
  ...detailsOf(happening),
});

/**
 * What has happened to a pull request; undefined for any other operation.
 * https://docs.github.com/en/graphql/reference/unions#pullrequesttimelineitems
 */
export function timelineItems(
  host: HostContext,
  query: string,
  variables: unknown,
): object | undefined {
  const asked = variablesSchema.safeParse(variables);
  if (!QUERY.test(query) || !asked.success) return undefined;
  const { owner, repo, number, after } = asked.data;
  const pull = host.repositories.get(owner, repo)?.pull(number);
  if (!pull) {
    const message = `Could not resolve to a PullRequest with the number of ${number}.`;
    const errors = [{ type: 'NOT_FOUND', path: ['repository'], message }];
    return { data: { repository: null }, errors };
  }
  const all = pull.happenings ?? [];
  const from = Number(after ?? 0);
  const page = all.slice(from, from + PAGE);
  const end = from + page.length;
  const items = {
    pageInfo: {
      hasNextPage: end < all.length,
      endCursor: page.length > 0 ? String(end) : null,
    },
    nodes: page.map(toNode),
  };
  return { data: { repository: { pullRequest: { timelineItems: items } } } };
}
