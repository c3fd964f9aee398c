import { ConflictError, NotAllowedError } from '@backstage/errors';
import {
  formatPlanReport,
  formatRequestMetadata,
  parsePlanReport,
} from '@slipway/plugin-infra-prs-common';
import { metadataOf, planOf } from '../fixtures';
import { planDigest } from '../../services/planDigest';
import { ReviewFacts } from '../../services/changeFacts';
import { headOf, iso, ModelChecks, ModelPull } from './ModelPull';
import { World } from './ModelRules';
import { Moments } from './Moments';
import { BOT } from './people';

/** What an event says, as GitHub would deliver it. */
export interface Delivery {
  readonly id: string;
  readonly name: string;
  readonly payload: object;
}

/** Recent, so that people are told, and over before what the portal itself notes. */
const AGO_MS = 5 * 60_000;

/** Pull requests, commits, checks and reviews, with GitHub's own semantics: a review is of a commit. */
export class ModelPulls {
  readonly pulls = new Map<number, ModelPull>();
  readonly checks: ModelChecks = new Map();
  readonly deliveries: Delivery[] = [];
  readonly moments = new Moments(digestOf);
  readonly #first = Math.floor((Date.now() - AGO_MS) / 1000) * 1000;
  protected tick = 0;
  protected ids = 0;

  constructor(readonly world: World) {}

  /** Steps so far: moments that can be told apart. */
  get now(): number {
    return this.tick;
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
      bodyRequester: requester,
      isRecorded: false,
      isBranchGone: false,
      rollout: 'none',
      author,
      body: metadata ? formatRequestMetadata(metadata) : '',
      createdAt: this.time(),
      updatedAt: this.time(),
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
    const pull = this.get(number);
    if (pull.mergedAt || pull.isBranchGone) return;
    this.ids += 1;
    const sha = this.ids.toString(16).padStart(40, '0');
    const author = { login, name: login, isBot: login === BOT };
    const commit = {
      sha,
      message: `Commit ${this.ids}`,
      author,
      authoredAt: iso(this.time()),
      url: `http://host/commit/${sha}`,
    };
    pull.commits = force ? [commit] : [...pull.commits, commit];
    // GitHub takes what is pushed to out of the queue; auto-merge stays on.
    pull.queued = undefined;
    if (this.world === 'autoMerge') {
      pull.reviews = pull.reviews.map(review =>
        review.state === 'APPROVED'
          ? { ...review, state: 'DISMISSED' }
          : review,
      );
    }
    this.changed(pull, 'pull_request');
  }

  check(sha: string, name: string, conclusion?: string, text?: string): void {
    this.ids += 1;
    const at = iso(this.time());
    const check = {
      id: this.ids,
      name,
      status: conclusion ? ('completed' as const) : ('in_progress' as const),
      conclusion,
      text,
      startedAt: at,
      completedAt: conclusion ? at : undefined,
    };
    this.checks.set(sha, [...(this.checks.get(sha) ?? []), check]);
    this.step();
    this.deliver('check_run', {
      check_run: { head_sha: sha, pull_requests: [] },
    });
  }

  plan(number: number, variant: string): void {
    const pull = this.get(number);
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
    const pull = this.get(number);
    const commitId = options.commitId ?? headOf(pull);
    if (!pull.commits.some(({ sha }) => sha === commitId)) {
      throw new ConflictError('The commit is not part of the pull request');
    }
    if (state !== 'COMMENTED' && pull.author.login === login) {
      throw new NotAllowedError('Can not approve your own pull request');
    }
    this.ids += 1;
    const review: ReviewFacts = {
      id: this.ids,
      login,
      state,
      body: options.body ?? '',
      commitId,
      submittedAt: iso(this.time()),
    };
    pull.reviews = [...pull.reviews, review];
    this.changed(pull, 'pull_request_review');
  }

  dismiss(number: number, id: number): void {
    const pull = this.get(number);
    pull.reviews = pull.reviews.map(review =>
      review.id === id ? { ...review, state: 'DISMISSED' } : review,
    );
    this.changed(pull, 'pull_request_review');
  }

  setState(number: number, state: 'open' | 'closed'): void {
    const pull = this.get(number);
    if (pull.mergedAt || pull.state === state) return;
    if (pull.isBranchGone) {
      throw new ConflictError(
        'state cannot be changed. The branch was deleted',
      );
    }
    pull.state = state;
    if (state === 'closed') this.stop(pull);
    pull.closedAt = state === 'closed' ? this.time() : undefined;
    this.changed(pull, 'pull_request');
  }

  /** With its branch a pull request is closed, until the branch is there again. */
  setBranch(number: number, isThere: boolean): void {
    const pull = this.get(number);
    if (pull.mergedAt || pull.isBranchGone === !isThere) return;
    if (!isThere) this.setState(number, 'closed');
    pull.isBranchGone = !isThere;
  }

  setDraft(number: number, draft: boolean): void {
    const pull = this.get(number);
    if (pull.state !== 'open' || pull.draft === draft) return;
    pull.draft = draft;
    if (draft) this.stop(pull);
    this.changed(pull, 'pull_request');
  }

  /** Anybody who may write says anything in the body, also that somebody else asked. */
  editBody(number: number, requester: string | undefined): void {
    const pull = this.get(number);
    const metadata = requester && metadataOf(requester, `request-${number}`);
    pull.bodyRequester = requester;
    pull.body = metadata ? formatRequestMetadata(metadata) : 'Nothing';
    this.changed(pull, 'pull_request');
  }

  comment(number: number): void {
    this.changed(this.get(number), 'issue_comment');
  }

  protected stop(pull: ModelPull): void {
    pull.autoMerge = undefined;
    pull.queued = undefined;
  }

  protected get(number: number): ModelPull {
    const pull = this.pulls.get(number);
    if (!pull) throw new ConflictError(`There is no pull request ${number}`);
    return pull;
  }

  /** Several things happen within one second, as they do. */
  protected time(): number {
    return this.#first + Math.floor(this.tick / 2) * 1000;
  }

  protected changed(pull: ModelPull, name: string): void {
    this.step();
    pull.updatedAt = this.time();
    this.deliver(name, { pull_request: { number: pull.number } });
  }

  /** A moment passes; what holds after it is written down. */
  protected step(): void {
    this.tick += 1;
    for (const pull of this.pulls.values()) {
      this.moments.note(this.tick, pull, this.checks);
    }
  }

  protected deliver(name: string, what: object): void {
    const repository = {
      full_name: 'acme/infrastructure',
      html_url: 'http://host/acme/infrastructure',
    };
    const id = `${this.tick}-${this.deliveries.length}-${name}`;
    this.deliveries.push({ id, name, payload: { ...what, repository } });
  }
}

const digests = new Map<string, string>();
const REMEMBERED = 1_000;

/** The digest of the plan that a report tells. */
export function digestOf(text: string): string {
  const known = digests.get(text);
  if (known) return known;
  const digest = planDigest(parsePlanReport(text)?.roots ?? []);
  if (digests.size >= REMEMBERED) digests.clear();
  digests.set(text, digest);
  return digest;
}
