import { PLAN_CHECK_NAME } from '@slipway/plugin-infra-prs-common';
import { GithubCheckDetails } from '../clients/GithubCheckDetails';
import { GithubTalk } from '../clients/GithubTalk';
import { CheckFacts, PullFacts } from './changeFacts';
import { CheckSources } from './CheckSources';
import { CommentFacts } from './conversationFacts';
import { ConversationSources } from './ConversationSources';
import { believedComments, reportsOf } from './planFromComments';

/** Reads comments that tell of a plan; only where config names their authors, and no check tells of it. */
export class PlanCommentReader {
  readonly #authors: readonly string[];
  readonly #talk: GithubTalk;
  readonly #details: GithubCheckDetails;
  readonly #comments: ConversationSources['comments'];
  readonly #statuses: CheckSources['statuses'];

  constructor(options: {
    authors: readonly string[];
    talk: GithubTalk;
    details: GithubCheckDetails;
    comments: ConversationSources['comments'];
    statuses: CheckSources['statuses'];
  }) {
    this.#authors = options.authors;
    this.#talk = options.talk;
    this.#details = options.details;
    this.#comments = options.comments;
    this.#statuses = options.statuses;
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

  #wanted(checks: readonly CheckFacts[]): boolean {
    return (
      this.#authors.length > 0 &&
      !checks.some(({ name }) => name === PLAN_CHECK_NAME)
    );
  }
}
