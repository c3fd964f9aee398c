import { SeededRandom } from './SeededRandom';

/** What is made to go wrong with calls to one target. */
export interface ChaosRule {
  /** Milliseconds of wall time each call waits before it is answered. */
  readonly latencyMs?: number;
  /** Share of calls (0..1) refused by a rate limit. */
  readonly throttleRate?: number;
  /** Share of calls (0..1) that fail with `failStatus`. */
  readonly failRate?: number;
  /** HTTP status of failed calls; default 503. */
  readonly failStatus?: number;
  /** Refuses every call as forbidden. */
  readonly denied?: boolean;
  /** Cuts the connection of every call without an answer. */
  readonly dead?: boolean;
  /** Refuses every call because the caller has used up what it may ask for in an hour. */
  readonly exhausted?: boolean;
  /** Sends half of each answer, and cuts the connection then. */
  readonly cut?: boolean;
  /** Answers each list as one of nothing; the Git host only. */
  readonly empty?: boolean;
}

/** What Chaos decided about one call. */
export interface ChaosVerdict {
  readonly outcome:
    | 'pass'
    | 'throttled'
    | 'exhausted'
    | 'failed'
    | 'denied'
    | 'dead'
    | 'cut'
    | 'empty';
  readonly latencyMs: number;
  /** HTTP status of a `failed` call. */
  readonly status: number;
}

/**
 * Faults that people and tests switch on, shared by all stand-ins.
 *
 * @remarks
 * A target is a path from wide to narrow, joined with `/`: `aws`, `aws/SQS`, `aws/SQS/GetQueueAttributes`,
 * `aws/account/222222222222`, `github`, `argocd/prod`. A stand-in asks with all targets that a call falls under;
 * of two rules that set the same field, the one of the later target wins.
 */
export class Chaos {
  readonly #rules = new Map<string, ChaosRule>();
  readonly #random: SeededRandom;

  constructor(seed = 1) {
    this.#random = new SeededRandom(seed);
  }

  /** Replaces the rule of a target; an empty rule removes it. */
  set(target: string, rule: ChaosRule): void {
    if (Object.keys(rule).length === 0) {
      this.#rules.delete(target);
    } else {
      this.#rules.set(target, { ...rule });
    }
  }

  rules(): Readonly<Record<string, ChaosRule>> {
    return Object.fromEntries(this.#rules);
  }

  reset(): void {
    this.#rules.clear();
  }

  decide(targets: readonly string[]): ChaosVerdict {
    const rule = targets.reduce<ChaosRule>(
      (merged, target) => ({ ...merged, ...this.#rules.get(target) }),
      {},
    );
    return {
      outcome: this.#outcome(rule),
      latencyMs: rule.latencyMs ?? 0,
      status: rule.failStatus ?? 503,
    };
  }

  #outcome(rule: ChaosRule): ChaosVerdict['outcome'] {
    if (rule.dead) {
      return 'dead';
    }
    if (rule.denied) {
      return 'denied';
    }
    if (rule.exhausted) {
      return 'exhausted';
    }
    if (this.#happens(rule.throttleRate)) {
      return 'throttled';
    }
    if (this.#happens(rule.failRate)) {
      return 'failed';
    }
    if (rule.empty) {
      return 'empty';
    }
    return rule.cut ? 'cut' : 'pass';
  }

  #happens(rate: number | undefined): boolean {
    return rate !== undefined && rate > 0 && this.#random.next() < rate;
  }
}
