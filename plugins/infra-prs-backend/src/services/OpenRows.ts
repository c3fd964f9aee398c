import { ChangeRequest } from '@slipway/plugin-infra-prs-common';
import { Person } from './approvers';
import { assessChange } from './assessChange';
import { ChangeFacts, CheckFacts, PullFacts } from './changeFacts';
import { ChangeSources } from './ChangeSources';
import { toListItem } from './changeView';
import { PlanCommentReader } from './PlanCommentReader';
import { namesOf } from './planTraces';
import { reviewedAt } from './reviewedAt';
import { SurroundingsReader } from './surroundings';

/** A row of a list and what it was made of. */
export interface ListedRow {
  readonly item: ChangeRequest;
  readonly pull: PullFacts;
  readonly paths: readonly string[];
  readonly names: readonly string[];
}

interface ListedFacts {
  readonly facts: ChangeFacts;
  readonly checks: readonly CheckFacts[] | undefined;
  /** Everything that decides was read. */
  readonly complete: boolean;
}

/** What could not be read in full is nobody's to decide about. */
function withoutTask(item: ChangeRequest): ChangeRequest {
  const { isRequester } = item.viewer;
  const why = 'GitHub or the database could not be asked for all of it';
  const whyNotInBulk = { approve: why, merge: why };
  return { ...item, viewer: { isRequester, canApprove: false, whyNotInBulk } };
}

/** Rows of open changes; what they need beyond the list itself comes from long-lived caches. */
export class OpenRows {
  readonly #sources: ChangeSources;
  readonly #surroundings: SurroundingsReader;

  readonly #planComments: Pick<PlanCommentReader, 'readListed'>;

  constructor(
    sources: ChangeSources,
    surroundings: SurroundingsReader,
    planComments: Pick<PlanCommentReader, 'readListed'>,
  ) {
    this.#sources = sources;
    this.#surroundings = surroundings;
    this.#planComments = planComments;
  }

  async read(
    pulls: readonly PullFacts[],
    person: Person,
  ): Promise<ListedRow[]> {
    const listed = await Promise.all(pulls.map(pull => this.#readFacts(pull)));
    const around = await this.#surroundings.readIfThere(
      listed.map(l => l.facts),
    );
    return listed.map(({ facts, checks, complete: isRead }) => {
      const { pull, files } = facts;
      const own = around(pull.number);
      const complete = isRead && !own.isUnrecorded;
      const assessment = assessChange(facts, own);
      const item = toListItem(facts, assessment, person, checks);
      return {
        item: complete ? item : withoutTask(item),
        pull,
        paths: files.flatMap(({ path, previousPath }) =>
          previousPath ? [path, previousPath] : [path],
        ),
        names: namesOf(assessment.plan.plan),
      };
    });
  }

  async #readFacts(pull: PullFacts): Promise<ListedFacts> {
    const at = { number: pull.number, headSha: pull.headSha };
    const [files, commits, reviews, checks] = await Promise.all([
      this.#sources.files.get(at),
      this.#sources.commits.get(at),
      this.#sources.listedReviews.get(reviewedAt(pull)),
      this.#sources.listedChecks.get(pull.headSha),
    ]);
    const planComments = await this.#planComments.readListed(
      pull,
      checks.data ?? [],
    );
    const facts = {
      pull,
      planComments,
      files: files.data ?? [],
      commits: commits.data ?? [],
      reviews: reviews.data ?? [],
      checks: checks.data ?? [],
    };
    const parts = [files, commits, checks, reviews];
    const complete =
      planComments !== undefined &&
      parts.every(part => part.data !== undefined);
    return { facts, checks: checks.data, complete };
  }
}
