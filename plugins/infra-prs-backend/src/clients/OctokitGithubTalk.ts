import { InfrastructureRepository } from '@slipway/platform-common';
import type { Octokit } from 'octokit';
import { z } from 'zod';
import {
  Bounded,
  CommentFacts,
  LineCommentFacts,
  ReviewWordsFacts,
  ThreadFacts,
} from '../services/conversationFacts';
import { mapGithubError } from './githubErrors';
import { GithubTalk } from './GithubTalk';
import { toComment, toLineComment, toReviewWords } from './talkMapping';

const PAGE = 100;
/** Of each kind, the first 500 are read: a longer conversation is one for GitHub. */
const MAX_PAGES = 5;

/** https://docs.github.com/en/graphql/reference/objects#pullrequestreviewthread */
const THREADS = `query reviewThreads($owner: String!, $repo: String!, $number: Int!, $after: String) {
  repository(owner: $owner, name: $repo) {
    pullRequest(number: $number) {
      reviewThreads(first: 100, after: $after) {
        pageInfo { hasNextPage endCursor }
        nodes { id isResolved comments(first: 1) { nodes { databaseId } } }
      }
    }
  }
}`;

const threadsSchema = z.object({
  repository: z.object({
    pullRequest: z.object({
      reviewThreads: z.object({
        pageInfo: z.object({
          hasNextPage: z.boolean(),
          endCursor: z.string().nullable(),
        }),
        nodes: z.array(
          z.object({
            id: z.string(),
            isResolved: z.boolean(),
            comments: z.object({
              nodes: z.array(z.object({ databaseId: z.number().nullable() })),
            }),
          }),
        ),
      }),
    }),
  }),
});

/** {@link GithubTalk} over the REST API, and GraphQL for what only that tells. */
export class OctokitGithubTalk implements GithubTalk {
  readonly #octokit: Octokit;
  readonly #repo: { owner: string; repo: string };

  constructor(octokit: Octokit, repository: InfrastructureRepository) {
    this.#octokit = octokit;
    this.#repo = { owner: repository.owner, repo: repository.repo };
  }

  async listComments(
    number: number,
    signal: AbortSignal,
  ): Promise<Bounded<CommentFacts>> {
    const list = this.#octokit.rest.issues.listComments;
    return this.#pages(async page => {
      const at = { ...this.#page(page, signal), issue_number: number };
      return (await list(at)).data.map(toComment);
    });
  }

  async listLineComments(
    number: number,
    signal: AbortSignal,
  ): Promise<Bounded<LineCommentFacts>> {
    const list = this.#octokit.rest.pulls.listReviewComments;
    return this.#pages(async page => {
      const at = { ...this.#page(page, signal), pull_number: number };
      return (await list(at)).data.map(toLineComment);
    });
  }

  async listReviewWords(
    number: number,
    signal: AbortSignal,
  ): Promise<Bounded<ReviewWordsFacts>> {
    const list = this.#octokit.rest.pulls.listReviews;
    const { items, truncated } = await this.#pages(async page => {
      const at = { ...this.#page(page, signal), pull_number: number };
      return (await list(at)).data.map(toReviewWords);
    });
    return { items: items.flatMap(review => review ?? []), truncated };
  }

  async listThreads(
    number: number,
    signal: AbortSignal,
  ): Promise<ThreadFacts[]> {
    const threads: ThreadFacts[] = [];
    let after: string | null = null;
    for (let page = 0; page < MAX_PAGES; page += 1) {
      const { nodes, pageInfo } = await this.#threads(number, after, signal);
      threads.push(
        ...nodes.flatMap(({ id, isResolved, comments }) => {
          const firstCommentId = comments.nodes[0]?.databaseId;
          return firstCommentId
            ? [{ id, resolved: isResolved, firstCommentId }]
            : [];
        }),
      );
      if (!pageInfo.hasNextPage) break;
      after = pageInfo.endCursor;
    }
    return threads;
  }

  async #threads(number: number, after: string | null, signal: AbortSignal) {
    try {
      const answer = await this.#octokit.graphql(THREADS, {
        ...this.#repo,
        number,
        after,
        request: { signal },
      });
      return threadsSchema.parse(answer).repository.pullRequest.reviewThreads;
    } catch (error) {
      throw mapGithubError(error);
    }
  }

  #page(page: number, signal: AbortSignal) {
    return { ...this.#repo, page, per_page: PAGE, request: { signal } };
  }

  async #pages<T>(read: (page: number) => Promise<T[]>): Promise<Bounded<T>> {
    const items: T[] = [];
    try {
      for (let page = 1; page <= MAX_PAGES; page += 1) {
        const next = await read(page);
        items.push(...next);
        if (next.length < PAGE) return { items, truncated: false };
      }
    } catch (error) {
      throw mapGithubError(error);
    }
    return { items, truncated: true };
  }
}
