import { ChangeRequest, SourceSummary } from '@slipway/plugin-infra-prs-common';
import { PullPage } from '../clients/GithubReader';
import { Person } from './approvers';
import { assessChange } from './assessChange';
import { ChangeFacts, CheckFacts, PullFacts } from './changeFacts';
import { ChangeSources } from './ChangeSources';
import { toListItem } from './changeView';
import { SurroundingsReader } from './surroundings';
import { requireData, summarizeSource } from './sourceData';

/** A row of a list with the facts it was made of. */
export interface ListedChange {
  readonly item: ChangeRequest;
  readonly facts: ChangeFacts;
}

/** @see ChangeRequestList */
export interface ListedChanges {
  readonly changes: readonly ListedChange[];
  readonly source: SourceSummary;
  readonly truncated: boolean;
}

interface ListedFacts {
  readonly facts: ChangeFacts;
  readonly checks: readonly CheckFacts[] | undefined;
  /** Everything that decides was read. */
  readonly complete: boolean;
}

/** What could not be read in full is not offered for approval. */
function withoutApproval(item: ChangeRequest): ChangeRequest {
  return { ...item, viewer: { ...item.viewer, canApprove: false } };
}

/** Reads the lists; what a row needs beyond the list itself comes from long-lived caches. */
export class ListReader {
  readonly #sources: ChangeSources;
  readonly #surroundings: SurroundingsReader;

  constructor(sources: ChangeSources, surroundings: SurroundingsReader) {
    this.#sources = sources;
    this.#surroundings = surroundings;
  }

  /** Open changes first, then the newest. @throws ServiceUnavailableError */
  async read(
    state: 'open' | 'merged' | 'all',
    person: Person,
  ): Promise<ListedChanges> {
    const { pulls, source, truncated } = await this.#readPulls(state);
    const listed = await Promise.all(pulls.map(pull => this.#readFacts(pull)));
    const around = await this.#surroundings.read(listed.map(l => l.facts));
    const changes = listed.map(({ facts, checks, complete }) => {
      const assessment = assessChange(facts, around(facts.pull.number));
      const item = toListItem(facts, assessment, person, checks);
      return { facts, item: complete ? item : withoutApproval(item) };
    });
    return { changes, source, truncated };
  }

  async #readPulls(state: 'open' | 'merged' | 'all') {
    const states = {
      open: ['open'],
      merged: ['closed'],
      all: ['open', 'closed'],
    } as const;
    const results = await this.#sources.pulls.getMany(states[state]);
    const pages: PullPage[] = results.map(requireData);
    const pulls = pages.flatMap(page => page.pulls);
    const worst = results.find(({ state: s }) => s !== 'ok') ?? results[0];
    return {
      pulls: state === 'merged' ? pulls.filter(pull => pull.mergedAt) : pulls,
      source: summarizeSource(worst),
      truncated: pages.some(page => page.truncated),
    };
  }

  async #readFacts(pull: PullFacts): Promise<ListedFacts> {
    const at = { number: pull.number, headSha: pull.headSha };
    const open = pull.state === 'open';
    const [files, commits, reviews, checks] = await Promise.all([
      this.#sources.files.get(at),
      this.#sources.commits.get(at),
      open ? this.#sources.listedReviews.get(pull) : undefined,
      open
        ? this.#sources.listedChecks.get(pull.headSha)
        : this.#sources.settledChecks.get(pull.headSha),
    ]);
    const facts = {
      pull,
      files: files.data ?? [],
      commits: commits.data ?? [],
      reviews: reviews?.data ?? [],
      checks: checks.data ?? [],
    };
    const parts = [files, commits, checks, ...(reviews ? [reviews] : [])];
    const complete = parts.every(part => part.data !== undefined);
    return { facts, checks: checks.data, complete };
  }
}
