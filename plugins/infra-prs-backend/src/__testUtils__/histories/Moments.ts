import { isAgreed, isSound, planOf, requestersOf } from './isApproved';
import { headOf, ModelChecks, ModelPull } from './ModelPull';
import { refOf } from './people';

/** What held of a pull request at one moment. */
interface Moment {
  readonly at: number;
  readonly head: string;
  readonly digest?: string;
  readonly isAgreed: boolean;
  /** Planned, with good checks: what breaking the glass does not override. */
  readonly isSound: boolean;
  readonly isOpen: boolean;
  readonly requesters: ReadonlySet<string>;
}

/** What a decision went by: the head, and the steps since which it and its plan were read. */
export interface Basis {
  readonly head: string;
  readonly since: number;
  readonly planSince: number;
}

/** Writes down, by rules of its own, what held at each moment, so that what the portal did can be judged afterwards. */
export class Moments {
  readonly #moments = new Map<number, Moment[]>();
  /** Since when what would merge by itself has not been agreed to. */
  readonly #badSince = new Map<number, number>();
  readonly #digestOf: (text: string) => string;

  constructor(digestOf: (text: string) => string) {
    this.#digestOf = digestOf;
  }

  note(at: number, pull: ModelPull, checks: ModelChecks): void {
    const { number } = pull;
    const text = planOf(pull, checks)?.text;
    const agreed = isAgreed(pull, checks, this.#digestOf);
    const own = this.#moments.get(number) ?? [];
    own.push({
      at,
      head: headOf(pull),
      digest: text && this.#digestOf(text),
      isAgreed: agreed,
      isSound: isSound(pull, checks),
      isOpen: pull.state === 'open',
      requesters: requestersOf(pull),
    });
    this.#moments.set(number, own);
    const merges = pull.autoMerge !== undefined || pull.queued !== undefined;
    if (!merges || agreed) this.#badSince.delete(number);
    else if (!this.#badSince.has(number)) this.#badSince.set(number, at);
  }

  badSince(number: number): number | undefined {
    return this.#badSince.get(number);
  }

  /** Whether it could rightly be merged at a moment of the decision, with a plan that was still there at its last look. */
  couldBeMerged(number: number, basis: Basis): boolean {
    return this.#held(number, basis, each => each.isSound && each.isAgreed);
  }

  /** As `couldBeMerged`, without what breaking the glass overrides. */
  couldBeForced(number: number, basis: Basis): boolean {
    return this.#held(number, basis, each => each.isSound);
  }

  couldMergeItself(number: number, basis: Omit<Basis, 'planSince'>): boolean {
    const { head, since } = basis;
    return this.#since(number, since).some(
      each => each.head === head && each.isOpen && each.isAgreed,
    );
  }

  /** Whether somebody had nothing to do with the request at a moment since a step. */
  wasClean(number: number, login: string, since: number): boolean {
    return this.#since(number, since).some(
      ({ requesters }) => !requesters.has(refOf(login)),
    );
  }

  /** Whether a head with a plan was what there was at a moment since a step. */
  wasThere(
    number: number,
    seen: { headSha: string; planDigest?: string },
    since: number,
  ): boolean {
    return this.#since(number, since).some(
      ({ head, digest }) =>
        head === seen.headSha &&
        (seen.planDigest === undefined || digest === seen.planDigest),
    );
  }

  #since(number: number, since: number): Moment[] {
    return (this.#moments.get(number) ?? []).filter(({ at }) => at >= since);
  }

  #held(
    number: number,
    { head, since, planSince }: Basis,
    isGood: (moment: Moment) => boolean,
  ): boolean {
    const good = this.#since(number, since).filter(
      each => each.head === head && isGood(each),
    );
    return this.#since(number, planSince).some(
      ({ head: then, digest }) =>
        then === head && good.some(each => each.digest === digest),
    );
  }
}
