import { ConflictError } from '@backstage/errors';
import { LinkedChange } from '@slipway/plugin-infra-prs-common';
import { FollowPerson } from '../clients/FollowPerson';
import { FollowReader } from '../clients/FollowReader';
import { applyCheckOf, applyOf } from '../services/applyOf';
import { CheckFacts, PullFacts } from '../services/changeFacts';
import { Actor, DecisionOutcome } from '../services/ChangeService';
import {
  deadline,
  Decision,
  DecisionRunner,
} from '../services/deciding/DecisionRunner';
import { FactsReader } from '../services/FactsReader';
import { asDecisionError } from '../services/sourceData';
import { LifeStore } from '../store/LifeStore';
import { RequestStore } from '../store/RequestStore';
import { whyNotRetry } from './followViewer';
import { revertBody } from './revertBody';
import { RevertLinks, standingRevert } from './RevertLinks';

/** So long a runner may take to show that it heard; a second press within is the first one again. */
const HEARD_MS = 2 * 60_000;

type Person = Decision['person'];

/** What {@link FollowDecisions} works with. */
export interface FollowDecisionsOptions {
  readonly runner: DecisionRunner;
  readonly facts: FactsReader;
  readonly github: FollowReader;
  readonly personFor: (token: string) => FollowPerson;
  readonly reverts: RevertLinks;
  readonly store: RequestStore;
  readonly lifeStore: Pick<LifeStore, 'events' | 'addEvent'>;
  /** Tells who watches that a change is not what it was. */
  readonly changed: (number: number) => Promise<void>;
}

/** A revert that was opened or found, and what the audit log is told. */
export interface RevertOutcome {
  readonly outcome: DecisionOutcome;
  readonly revert: LinkedChange;
}

/** Has a failed apply run again, and takes merged changes back: as the person, by what GitHub says now. */
export class FollowDecisions {
  readonly #options: FollowDecisionsOptions;

  constructor(options: FollowDecisionsOptions) {
    this.#options = options;
  }

  /** @throws ConflictError when it has not failed, NotAllowedError, ServiceUnavailableError. */
  async retry(number: number, actor: Actor): Promise<DecisionOutcome> {
    const github = this.#options.personFor(actor.githubToken);
    return this.#options.runner.run(
      number,
      actor,
      async ({ facts, person, assessment: { plan } }) => {
        const checks = await this.#mergeChecks(facts.pull);
        const apply = applyOf(facts.pull, checks, plan);
        const check = applyCheckOf(checks);
        const why = whyNotRetry(apply);
        if (why || !check) throw new ConflictError(why ?? 'It was not applied');
        const id = `retried:${check.id}`;
        if (await this.#wasAsked(number, id)) {
          return { number, before: 'failed', after: 'asked already' };
        }
        await github.rerun(check, deadline());
        await this.#note(number, person, {
          id: `${id}:${Date.now()}`,
          kind: 'retried',
          text: `${person.login} asked for the apply to be run again`,
          url: apply?.url,
        });
        this.#options.facts.forgetMergeChecks(facts.pull);
        return { number, before: 'failed', after: 'asked to run again' };
      },
    );
  }

  /** Opens the revert; where there is one it is answered. @throws as `retry` does. */
  async revert(number: number, actor: Actor): Promise<RevertOutcome> {
    const github = this.#options.personFor(actor.githubToken);
    return this.#options.runner.run(number, actor, async decision => {
      const { pull } = decision.facts;
      if (!pull.mergedAt) {
        throw new ConflictError(
          'Only what is merged can be reverted; close it instead',
        );
      }
      const known = await this.#knownRevert(pull);
      const revert = known ?? (await this.#openRevert(decision, github));
      const before = known ? 'reverted' : 'merged';
      return { outcome: { number, before, after: 'reverted' }, revert };
    });
  }

  async #openRevert(
    { facts, assessment, person }: Decision,
    github: FollowPerson,
  ): Promise<LinkedChange> {
    const { number, headRef } = facts.pull;
    const { body, metadata } = revertBody(facts.pull, assessment, person);
    const opened = await github.revert({ number, body }, deadline());
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
    await this.#options.changed(opened.number);
    return { ...opened, state: 'open' };
  }

  async #mergeChecks(pull: PullFacts): Promise<readonly CheckFacts[]> {
    try {
      return await this.#options.facts.readFreshMergeChecks(pull);
    } catch (error) {
      throw asDecisionError(error);
    }
  }

  async #knownRevert(pull: PullFacts): Promise<LinkedChange | undefined> {
    const { number, headRef } = pull;
    if (!headRef) return undefined;
    try {
      const key = { number, headRef };
      const found = await this.#options.github.listReverts(key, deadline());
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
