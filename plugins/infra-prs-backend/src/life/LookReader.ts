import { assessChange, Surroundings } from '../services/assessChange';
import { ChangeFacts, CheckFacts } from '../services/changeFacts';
import { factsUntilEnd } from '../services/factsUntilEnd';
import { LifeStore } from '../store/LifeStore';
import { identityOf, Look } from './Look';
import { Aftermath } from './Rollout';
import { PullsOfRequest } from './PullsOfRequest';

/** Asks what became of a merged change. */
export interface AftermathReader {
  read(
    look: Pick<Look, 'facts' | 'assessment'>,
    /** Checks of the merge commit; empty before the merge. */
    mergeChecks: readonly CheckFacts[],
  ): Promise<Aftermath>;
}

/** Completes the facts of a change to all that is known of its request. */
export class LookReader {
  readonly #aftermath: AftermathReader;
  readonly #pulls: PullsOfRequest;
  readonly #store: Pick<LifeStore, 'pulls'>;

  constructor(options: {
    aftermath: AftermathReader;
    pulls: PullsOfRequest;
    store: Pick<LifeStore, 'pulls'>;
  }) {
    this.#aftermath = options.aftermath;
    this.#pulls = options.pulls;
    this.#store = options.store;
  }

  /** Without the database the links in the bodies do. */
  async complete(
    known: ChangeFacts,
    around: Surroundings,
    mergeChecks: readonly CheckFacts[],
  ): Promise<Look> {
    const facts = factsUntilEnd(known);
    const { pull } = facts;
    const assessment = assessChange(facts, around);
    const noted = await this.#store.pulls(pull.number).catch(() => []);
    const [aftermath, pulls] = await Promise.all([
      this.#aftermath.read({ facts, assessment }, mergeChecks),
      this.#pulls.read(pull, identityOf(pull, around).id, noted),
    ]);
    return { facts, around, assessment, aftermath, pulls };
  }
}
