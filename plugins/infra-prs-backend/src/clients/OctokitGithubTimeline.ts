import { InfrastructureRepository } from '@slipway/platform-common';
import type { Octokit } from 'octokit';
import { z } from 'zod';
import { HAPPENING_TYPES, HappeningFacts } from '../services/happeningFacts';
import { mapGithubError } from './githubErrors';
import { GithubTimeline } from './GithubTimeline';

/** Of more than 500 the first are told; a pull request with more is nobody's to read. */
const MAX_PAGES = 5;

const TIMELINE = `query pullTimeline($owner: String!, $repo: String!, $number: Int!, $after: String) {
  repository(owner: $owner, name: $repo) {
    pullRequest(number: $number) {
      timelineItems(first: 100, after: $after, itemTypes: [CLOSED_EVENT, REOPENED_EVENT, READY_FOR_REVIEW_EVENT, CONVERT_TO_DRAFT_EVENT, HEAD_REF_FORCE_PUSHED_EVENT, BASE_REF_CHANGED_EVENT, REVIEW_DISMISSED_EVENT, AUTO_MERGE_ENABLED_EVENT, AUTO_MERGE_DISABLED_EVENT, ADDED_TO_MERGE_QUEUE_EVENT, REMOVED_FROM_MERGE_QUEUE_EVENT]) {
        pageInfo { hasNextPage endCursor }
        nodes {
          __typename
          ... on ClosedEvent { id createdAt actor { __typename login } }
          ... on ReopenedEvent { id createdAt actor { __typename login } }
          ... on ReadyForReviewEvent { id createdAt actor { __typename login } }
          ... on ConvertToDraftEvent { id createdAt actor { __typename login } }
          ... on HeadRefForcePushedEvent { id createdAt actor { __typename login } beforeCommit { oid } afterCommit { oid } }
          ... on BaseRefChangedEvent { id createdAt actor { __typename login } previousRefName currentRefName }
          ... on ReviewDismissedEvent { id createdAt actor { __typename login } dismissalMessage previousReviewState review { author { __typename login } } }
          ... on AutoMergeEnabledEvent { id createdAt actor { __typename login } }
          ... on AutoMergeDisabledEvent { id createdAt actor { __typename login } reason }
          ... on AddedToMergeQueueEvent { id createdAt actor { __typename login } }
          ... on RemovedFromMergeQueueEvent { id createdAt actor { __typename login } reason }
        }
      }
    }
  }
}`;

const actor = z.object({ login: z.string() }).nullable();
const commit = z.object({ oid: z.string() }).nullish();
const text = z.string().nullish();

const nodeSchema = z.object({
  __typename: z.enum(HAPPENING_TYPES),
  id: z.string(),
  createdAt: z.string(),
  actor,
  beforeCommit: commit,
  afterCommit: commit,
  previousRefName: text,
  currentRefName: text,
  dismissalMessage: text,
  previousReviewState: text,
  review: z.object({ author: actor }).nullish(),
  reason: text,
});

const timelineSchema = z.object({
  repository: z.object({
    pullRequest: z.object({
      timelineItems: z.object({
        pageInfo: z.object({
          hasNextPage: z.boolean(),
          endCursor: z.string().nullable(),
        }),
        nodes: z.array(nodeSchema),
      }),
    }),
  }),
});

function toHappening(node: z.infer<typeof nodeSchema>): HappeningFacts {
  return {
    id: node.id,
    type: node.__typename,
    at: node.createdAt,
    login: node.actor?.login,
    from: node.beforeCommit?.oid ?? node.previousRefName ?? undefined,
    to: node.afterCommit?.oid ?? node.currentRefName ?? undefined,
    reviewer: node.review?.author?.login,
    reviewState: node.previousReviewState ?? undefined,
    reason: (node.dismissalMessage ?? node.reason)?.slice(0, 300),
  };
}

/** {@link GithubTimeline} over GraphQL: the REST API leaves out what was pushed and from where to where a base was changed. */
export class OctokitGithubTimeline implements GithubTimeline {
  readonly #octokit: Octokit;
  readonly #repo: { owner: string; repo: string };

  constructor(octokit: Octokit, repository: InfrastructureRepository) {
    this.#octokit = octokit;
    this.#repo = { owner: repository.owner, repo: repository.repo };
  }

  async list(number: number, signal: AbortSignal): Promise<HappeningFacts[]> {
    const happenings: HappeningFacts[] = [];
    let after: string | null = null;
    for (let page = 0; page < MAX_PAGES; page += 1) {
      const { nodes, pageInfo } = await this.#page(number, after, signal);
      happenings.push(...nodes.map(toHappening));
      if (!pageInfo.hasNextPage) break;
      after = pageInfo.endCursor;
    }
    return happenings;
  }

  async #page(number: number, after: string | null, signal: AbortSignal) {
    try {
      const answer = await this.#octokit.graphql(TIMELINE, {
        ...this.#repo,
        number,
        after,
        request: { signal },
      });
      return timelineSchema.parse(answer).repository.pullRequest.timelineItems;
    } catch (error) {
      throw mapGithubError(error);
    }
  }
}
