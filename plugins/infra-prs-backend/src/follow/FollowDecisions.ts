import { ConflictError, NotAllowedError } from '@backstage/errors';
import { CallerCredentials } from '@slipway/platform-node';
import { LinkedChange } from '@slipway/plugin-infra-prs-common';
import { FollowPerson } from '../clients/FollowPerson';
import { FollowReader } from '../clients/FollowReader';
import { Person } from '../services/approvalRules';
import { applyCheckOf, applyOf } from '../services/applyOf';
import { assessChange } from '../services/assessChange';
import { CallerReader } from '../services/CallerReader';
import { ChangeFacts } from '../services/changeFacts';
import { Actor, DecisionOutcome } from '../services/ChangeService';
import { FactsReader } from '../services/FactsReader';
import { KeyedMutex } from '../services/KeyedMutex';
import { asDecisionError } from '../services/sourceData';
import { SurroundingsReader } from '../services/surroundings';
import { LifeStore } from '../store/LifeStore';
import { RequestStore } from '../store/RequestStore';
import { whyNotRetry } from './followViewer';
import { revertBody } from './revertBody';
import { RevertLinks, standingRevert } from './RevertLinks';

const DEADLINE_MS = 10_000;
/** So long a runner may take to show that it heard; a second press within is the first one again. */
const HEARD_MS = 2 * 60_000;

/** What {@link FollowDecisions} works with. */
export interface FollowDecisionsOptions {
  readonly facts: FactsReader;
  readonly surroundings: SurroundingsReader;
  readonly callers: CallerReader;
  readonly github: FollowReader;
  readonly personFor: (token: string) => FollowPerson;
  readonly reverts: RevertLinks;
  readonly store: RequestStore;
  readonly lifeStore: Pick<LifeStore, 'events' | 'addEvent'>;
  /** Tells who watches that a change is not what it was. */
  readonly changed: (number: number) => Promise<void>;
}

/** Has a failed apply run again, and takes merged changes back: as the person, by what GitHub says now. */
export class FollowDecisions {
  readonly #options: FollowDecisionsOptions;
  readonly #mutex = new KeyedMutex<number>();

  constructor(options: FollowDecisionsOptions) {
    this.#options = options;
  }

  /** @throws ConflictError when it has not failed, NotAllowedError, ServiceUnavailableError. */
  async retry(number: number, actor: Actor): Promise<DecisionOutcome> {
    const { person, github } = await this.#identify(actor);
    return this.#mutex.run(number, async () => {
      const { facts, checks } = await this.#readFresh(number);
      const apply = applyOf(facts.pull, checks);
      const check = applyCheckOf(checks);
      const why = whyNotRetry(apply);
      if (why || !check) throw new ConflictError(why ?? 'It was not applied');
      const id = `retried:${check.id}`;
      if (await this.#wasAsked(number, id)) {
        return { number, before: 'failed', after: 'asked already' };
      }
      await github.rerun(check, AbortSignal.timeout(DEADLINE_MS));
      await this.#note(number, person, {
        id: `${id}:${Date.now()}`,
        kind: 'retried',
        text: `${person.login} asked for the apply to be run again`,
        url: apply?.url,
      });
      this.#options.facts.forgetMergeChecks(facts.pull);
      await this.#options.changed(number);
      return { number, before: 'failed', after: 'asked to run again' };
    });
  }

  /** Opens the revert; where there is one it is answered. @throws as `retry` does. */
  async revert(
    number: number,
    actor: Actor,
  ): Promise<DecisionOutcome & { readonly revert: LinkedChange }> {
    const { person, github } = await this.#identify(actor);
    return this.#mutex.run(number, async () => {
      const { facts } = await this.#readFresh(number);
      if (!facts.pull.mergedAt) {
        throw new ConflictError(
          'Only what is merged can be reverted; close it instead',
        );
      }
      const known = await this.#knownRevert(facts);
      if (known) {
        return { number, before: 'reverted', after: 'reverted', revert: known };
      }
      const revert = await this.#openRevert(facts, person, github);
      return { number, before: 'merged', after: 'revert opened', revert };
    });
  }

  async #openRevert(
    facts: ChangeFacts,
    person: Person,
    github: FollowPerson,
  ): Promise<LinkedChange> {
    const { number, headRef } = facts.pull;
    const around = await this.#options.surroundings.read([facts]);
    const assessment = assessChange(facts, around(number));
    const { body, metadata } = revertBody(facts.pull, assessment, person);
    const signal = AbortSignal.timeout(2 * DEADLINE_MS);
    const opened = await github.revert({ number, body }, signal);
    if (person.userEntityRef && metadata) {
      await this.#options.store.save({
        pullRequestNumber: opened.number,
        requester: person.userEntityRef,
        metadata,
      });
    }
    await this.#note(number, person, {
      id: `reverted:${opened.number}`,
      kind: 'reverted',
      text: `${person.login} opened change ${opened.number}, which takes it back`,
    });
    if (headRef) this.#options.reverts.forget(number, headRef);
    await this.#options.changed(number);
    return { ...opened, state: 'open' };
  }

  /** The token has to be the caller's own: otherwise one person could act through another's account. */
  async #identify(
    actor: Actor,
  ): Promise<{ person: Person; github: FollowPerson }> {
    const github = this.#options.personFor(actor.githubToken);
    const credentials: CallerCredentials = actor.credentials;
    const [person, login] = await Promise.all([
      this.#options.callers.read(credentials),
      github.login(AbortSignal.timeout(DEADLINE_MS)),
    ]);
    if (person.login?.toLowerCase() !== login.toLowerCase()) {
      throw new NotAllowedError(
        `You are ${person.userEntityRef} in the portal, but signed in to GitHub as ${login}, which is not the account the catalog knows you by`,
      );
    }
    return { person, github };
  }

  async #readFresh(number: number) {
    try {
      const facts = await this.#options.facts.readFresh(number);
      const { pull } = facts;
      const checks = await this.#options.facts.readFreshMergeChecks(pull);
      return { facts, checks };
    } catch (error) {
      throw asDecisionError(error);
    }
  }

  async #knownRevert({ pull }: ChangeFacts): Promise<LinkedChange | undefined> {
    const { number, headRef } = pull;
    if (!headRef) return undefined;
    try {
      const signal = AbortSignal.timeout(DEADLINE_MS);
      const key = { number, headRef };
      const found = await this.#options.github.listReverts(key, signal);
      const standing = standingRevert(found);
      if (!standing) return undefined;
      const { title, state, mergedAt } = standing;
      return {
        number: standing.number,
        title,
        state: mergedAt ? 'merged' : state,
      };
    } catch (error) {
      throw asDecisionError(error);
    }
  }

  async #wasAsked(number: number, id: string): Promise<boolean> {
    const events = await this.#options.lifeStore.events(number);
    return events.some(
      event =>
        event.id.startsWith(`${id}:`) &&
        Date.now() - Date.parse(event.at) < HEARD_MS,
    );
  }

  #note(
    number: number,
    person: Person,
    event: Pick<
      Parameters<LifeStore['addEvent']>[1],
      'id' | 'kind' | 'text' | 'url'
    >,
  ): Promise<void> {
    const actor = { entityRef: person.userEntityRef, login: person.login };
    const at = new Date().toISOString();
    return this.#options.lifeStore.addEvent(number, { ...event, at, actor });
  }
}
