import { PLAN_CHECK_NAME } from '@slipway/plugin-infra-prs-common';
import { FetchEngine, Source } from '@slipway/platform-node';
import { GithubCheckDetails } from '../clients/GithubCheckDetails';
import { GithubTalk } from '../clients/GithubTalk';
import { CheckFacts, PullFacts } from './changeFacts';
import { CheckSources } from './CheckSources';
import { CommentFacts } from './conversationFacts';
import { ConversationSources } from './ConversationSources';
import { believedComments, reportsOf } from './planFromComments';
import { ReviewedAt, reviewedAt } from './reviewedAt';

interface ListedAt extends ReviewedAt {
  readonly pull: PullFacts;
  readonly checks: readonly CheckFacts[];
}

/** Reads comments that tell of a plan; only where config names their authors, and no check tells of it. */
export class PlanCommentReader {
  readonly #authors: readonly string[];
  readonly #talk: GithubTalk;
  readonly #details: GithubCheckDetails;
  readonly #comments: ConversationSources['comments'];
  readonly #statuses: CheckSources['statuses'];
  readonly #listed: Source<ListedAt, readonly CommentFacts[]>;

  constructor(options: {
    authors: readonly string[];
    talk: GithubTalk;
    details: GithubCheckDetails;
    comments: ConversationSources['comments'];
    statuses: CheckSources['statuses'];
    engine: FetchEngine;
    slug: string;
  }) {
    this.#authors = options.authors;
    this.#talk = options.talk;
    this.#details = options.details;
    this.#comments = options.comments;
    this.#statuses = options.statuses;
    this.#listed = this.#createListed(options.engine, options.slug);
  }

  /** Seconds old; none when they could not be read, which leaves the change without a plan. */
  async readCached(
    { number, headSha }: PullFacts,
    checks: readonly CheckFacts[],
  ): Promise<readonly CommentFacts[]> {
    if (!this.#wanted(checks)) return [];
    const [comments, statuses] = await Promise.all([
      this.#comments.get(number),
      this.#statuses.get(headSha),
    ]);
    const reports = reportsOf(checks, statuses.data ?? []);
    const said = comments.data?.items ?? [];
    return believedComments(said, this.#authors, reports);
  }

  /** Anew. @throws UpstreamError */
  async readFresh(
    { number, headSha }: PullFacts,
    checks: readonly CheckFacts[],
    signal: AbortSignal,
  ): Promise<readonly CommentFacts[]> {
    if (!this.#wanted(checks)) return [];
    const [comments, statuses] = await Promise.all([
      this.#talk.listComments(number, signal),
      this.#details.listStatuses(headSha, signal),
    ]);
    const reports = reportsOf(checks, statuses);
    return believedComments(comments.items, this.#authors, reports);
  }

  /** For lists: read again only once the change was updated. Undefined when they could not be read. */
  async readListed(
    pull: PullFacts,
    checks: readonly CheckFacts[],
    options?: { watch: boolean },
  ): Promise<readonly CommentFacts[] | undefined> {
    if (!this.#wanted(checks)) return [];
    const at = { ...reviewedAt(pull), pull, checks };
    return (await this.#listed.get(at, options)).data;
  }

  #createListed(
    engine: FetchEngine,
    slug: string,
  ): Source<ListedAt, readonly CommentFacts[]> {
    const key = ({ number, updatedAt, look, pull }: ListedAt) =>
      `${number}@${pull.headSha}/${updatedAt}/${look}`;
    return engine.createSource({
      upstream: 'github',
      operation: 'ListPlanComments',
      ttl: { minutes: 30 },
      staleFor: { hours: 2 },
      deadline: { seconds: 10 },
      concurrency: 4,
      key,
      target: () => slug,
      describe: ({ number }) => ({
        upstream: 'github',
        target: `change ${number}`,
      }),
      load: async (wanted, { signal }) =>
        new Map(
          await Promise.all(
            wanted.map(
              async at =>
                [
                  key(at),
                  await this.readFresh(at.pull, at.checks, signal),
                ] as const,
            ),
          ),
        ),
    });
  }

  #wanted(checks: readonly CheckFacts[]): boolean {
    return (
      this.#authors.length > 0 &&
      !checks.some(({ name }) => name === PLAN_CHECK_NAME)
    );
  }
}
