import { ConflictError, NotAllowedError } from '@backstage/errors';
import {
  formatPlanReport,
  formatRequestMetadata,
  parsePlanReport,
} from '@slipway/plugin-infra-prs-common';
import { metadataOf, planOf } from '../fixtures';
import { planDigest } from '../../services/planDigest';
import { ReviewFacts } from '../../services/changeFacts';
import { isMergeable, requestersOf } from './isApproved';
import { headOf, iso, ModelChecks, ModelPull } from './ModelPull';
import { BOT, refOf } from './people';

/** What an event says, as GitHub would deliver it. */
export interface Delivery {
  readonly id: string;
  readonly name: string;
  readonly payload: object;
}

const FIRST = Date.parse('2026-11-01T00:00:00Z');

/** GitHub as far as pull requests go, with its own semantics: reviews are of commits, merges expect a head. */
export class ModelGithub {
  readonly pulls = new Map<number, ModelPull>();
  readonly checks: ModelChecks = new Map();
  readonly deliveries: Delivery[] = [];
  /** What was said of each pull request at each moment: since when it may be merged, and for which head. */
  readonly #merits = new Map<number, Array<{ at: number; head: string }>>();
  readonly #clean = new Map<string, number[]>();
  #tick = 0;
  #ids = 0;

  /** Steps so far: moments that can be told apart. */
  get now(): number {
    return this.#tick;
  }

  open(options: { environment: string; requester?: string; login?: string }) {
    const number = this.pulls.size + 1;
    const { environment, requester, login } = options;
    const author = login
      ? { login, name: login, isBot: false }
      : { login: BOT, name: BOT, isBot: true };
    const metadata = requester && metadataOf(requester, `request-${number}`);
    const pull: ModelPull = {
      number,
      environment,
      requester,
      author,
      body: metadata ? formatRequestMetadata(metadata) : '',
      createdAt: this.#time(),
      updatedAt: this.#time(),
      state: 'open',
      draft: false,
      commits: [],
      reviews: [],
    };
    this.pulls.set(number, pull);
    this.push(number, login ?? BOT);
    return pull;
  }

  push(number: number, login: string, force = false): void {
    const pull = this.#get(number);
    if (pull.mergedAt) return;
    this.#ids += 1;
    const sha = this.#ids.toString(16).padStart(40, '0');
    const author = { login, name: login, isBot: login === BOT };
    const commit = {
      sha,
      message: `Commit ${this.#ids}`,
      author,
      authoredAt: iso(this.#time()),
      url: `http://host/commit/${sha}`,
    };
    pull.commits = force ? [commit] : [...pull.commits, commit];
    this.#changed(pull, 'pull_request');
  }

  check(sha: string, name: string, conclusion?: string, text?: string): void {
    this.#ids += 1;
    const at = iso(this.#time());
    const check = {
      id: this.#ids,
      name,
      status: conclusion ? ('completed' as const) : ('in_progress' as const),
      conclusion,
      text,
      startedAt: at,
      completedAt: conclusion ? at : undefined,
    };
    this.checks.set(sha, [...(this.checks.get(sha) ?? []), check]);
    this.#step();
    this.#deliver('check_run', {
      check_run: { head_sha: sha, pull_requests: [] },
    });
  }

  plan(number: number, variant: string): void {
    const pull = this.#get(number);
    const headSha = headOf(pull);
    const roots = planOf(pull.environment, variant);
    const report = { version: 1 as const, runner: 'static' as const, headSha };
    const text = formatPlanReport({ ...report, roots });
    this.check(headSha, 'slipway/plan', 'success', text);
  }

  review(
    number: number,
    login: string,
    state: string,
    options: { body?: string; commitId?: string } = {},
  ): void {
    const pull = this.#get(number);
    const commitId = options.commitId ?? headOf(pull);
    if (!pull.commits.some(({ sha }) => sha === commitId)) {
      throw new ConflictError('The commit is not part of the pull request');
    }
    if (state !== 'COMMENTED' && pull.author.login === login) {
      throw new NotAllowedError('Can not approve your own pull request');
    }
    this.#ids += 1;
    const review: ReviewFacts = {
      id: this.#ids,
      login,
      state,
      body: options.body ?? '',
      commitId,
      submittedAt: iso(this.#time()),
    };
    pull.reviews = [...pull.reviews, review];
    this.#changed(pull, 'pull_request_review');
  }

  dismiss(number: number, id: number): void {
    const pull = this.#get(number);
    pull.reviews = pull.reviews.map(review =>
      review.id === id ? { ...review, state: 'DISMISSED' } : review,
    );
    this.#changed(pull, 'pull_request_review');
  }

  setState(number: number, state: 'open' | 'closed'): void {
    const pull = this.#get(number);
    if (pull.mergedAt || pull.state === state) return;
    pull.state = state;
    pull.closedAt = state === 'closed' ? this.#time() : undefined;
    this.#changed(pull, 'pull_request');
  }

  /** @throws ConflictError as GitHub answers 405 and 409 */
  merge(number: number, login: string, head: string): void {
    const pull = this.#get(number);
    if (pull.state !== 'open' || pull.draft) {
      throw new ConflictError('Pull Request is not mergeable');
    }
    if (headOf(pull) !== head) {
      throw new ConflictError(
        'Head branch was modified. Review and try the merge again.',
      );
    }
    this.#ids += 1;
    pull.state = 'closed';
    pull.mergedAt = this.#time();
    pull.closedAt = pull.mergedAt;
    pull.mergedBy = login;
    pull.mergeSha = `f${this.#ids.toString(16).padStart(39, '0')}`;
    this.#changed(pull, 'pull_request');
    this.#deliver('push', { ref: 'refs/heads/main' });
  }

  /** Whether a head could rightly be merged at any moment since a step. */
  couldBeMerged(number: number, head: string, since: number): boolean {
    const merits = this.#merits.get(number) ?? [];
    return merits.some(merit => merit.head === head && merit.at >= since);
  }

  /** Whether somebody had nothing to do with the request at any moment since a step. */
  wasClean(number: number, login: string, since: number): boolean {
    const moments = this.#clean.get(`${number} ${login}`) ?? [];
    return moments.some(at => at >= since);
  }

  isMergeable(pull: ModelPull): boolean {
    return isMergeable(pull, this.checks, digestOf);
  }

  #get(number: number): ModelPull {
    const pull = this.pulls.get(number);
    if (!pull) throw new ConflictError(`There is no pull request ${number}`);
    return pull;
  }

  /** Several things happen within one second, as they do. */
  #time(): number {
    return FIRST + Math.floor(this.#tick / 2) * 1000;
  }

  #changed(pull: ModelPull, name: string): void {
    this.#step();
    pull.updatedAt = this.#time();
    this.#deliver(name, { pull_request: { number: pull.number } });
  }

  /** A moment passes; what holds after it is written down. */
  #step(): void {
    this.#tick += 1;
    for (const pull of this.pulls.values()) this.#judge(pull);
  }

  #judge(pull: ModelPull): void {
    const { number } = pull;
    if (this.isMergeable(pull)) {
      const merits = this.#merits.get(number) ?? [];
      merits.push({ at: this.#tick, head: headOf(pull) });
      this.#merits.set(number, merits);
    }
    const requesters = requestersOf(pull);
    for (const login of ['olivia', 'pat', 'quinn', 'sam']) {
      if (requesters.has(refOf(login))) continue;
      const key = `${number} ${login}`;
      this.#clean.set(key, [...(this.#clean.get(key) ?? []), this.#tick]);
    }
  }

  #deliver(name: string, what: object): void {
    const repository = {
      full_name: 'acme/infrastructure',
      html_url: 'http://host/acme/infrastructure',
    };
    const id = `${this.#tick}-${this.deliveries.length}-${name}`;
    this.deliveries.push({ id, name, payload: { ...what, repository } });
  }
}

/** The digest of the plan that a report tells. */
export function digestOf(text: string): string {
  return planDigest(parsePlanReport(text)?.roots ?? []);
}
