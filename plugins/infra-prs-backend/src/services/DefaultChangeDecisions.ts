import { ConflictError, NotAllowedError } from '@backstage/errors';
import { CallerCredentials } from '@slipway/platform-node';
import {
  ApproveCommand,
  MergeCommand,
  parseRequestMetadata,
  RecordCommand,
} from '@slipway/plugin-infra-prs-common';
import { GithubPerson, GithubPersonFactory } from '../clients/GithubPerson';
import { LifeStore } from '../store/LifeStore';
import { RequestStore } from '../store/RequestStore';
import { formatReviewBody, Person } from './approvalRules';
import { assessChange, Assessment } from './assessChange';
import { CallerReader } from './CallerReader';
import { ChangeFacts } from './changeFacts';
import { Actor, ChangeDecisions, DecisionOutcome } from './ChangeService';
import {
  assertApprovable,
  assertMergeable,
  assertUnmoved,
  hasApproved,
} from './decisionRules';
import { FactsReader } from './FactsReader';
import { KeyedMutex } from './KeyedMutex';
import { asDecisionError } from './sourceData';
import { SurroundingsReader } from './surroundings';

const DEADLINE_MS = 10_000;

interface Decision {
  readonly facts: ChangeFacts;
  readonly assessment: Assessment;
  readonly person: Person;
  readonly github: GithubPerson;
}

/** {@link ChangeDecisions}: reads everything anew, decides, acts as the person, tells who watches. */
export class DefaultChangeDecisions implements ChangeDecisions {
  readonly #facts: FactsReader;
  readonly #surroundings: SurroundingsReader;
  readonly #callers: CallerReader;
  readonly #store: RequestStore;
  readonly #lifeStore: Pick<LifeStore, 'addPull'>;
  readonly #personFor: GithubPersonFactory;
  readonly #changed: (number: number) => Promise<void>;
  readonly #mutex = new KeyedMutex<number>();

  constructor(options: {
    facts: FactsReader;
    surroundings: SurroundingsReader;
    callers: CallerReader;
    store: RequestStore;
    lifeStore: Pick<LifeStore, 'addPull'>;
    personFor: GithubPersonFactory;
    /** Tells who watches that a change is not what it was. */
    changed: (number: number) => Promise<void>;
  }) {
    this.#facts = options.facts;
    this.#surroundings = options.surroundings;
    this.#callers = options.callers;
    this.#store = options.store;
    this.#lifeStore = options.lifeStore;
    this.#personFor = options.personFor;
    this.#changed = options.changed;
  }

  async approve(
    number: number,
    command: ApproveCommand,
    actor: Actor,
  ): Promise<DecisionOutcome> {
    return this.#decide(number, actor, async decision => {
      const { facts, assessment, person, github } = decision;
      assertUnmoved(facts.pull, assessment, command);
      if (hasApproved(assessment, person)) {
        return { number, before: 'approved', after: 'approved' };
      }
      assertApprovable(facts.pull, assessment, person);
      const body = formatReviewBody(command.planDigest, command.comment);
      await github.approve(
        { number, headSha: command.headSha, body },
        AbortSignal.timeout(DEADLINE_MS),
      );
      return { number, before: 'open', after: 'approved' };
    });
  }

  async merge(
    number: number,
    command: MergeCommand,
    actor: Actor,
  ): Promise<DecisionOutcome> {
    return this.#decide(number, actor, async decision => {
      const { facts, assessment, github } = decision;
      assertUnmoved(facts.pull, assessment, command);
      if (facts.pull.mergedAt) {
        throw new ConflictError('It is already merged');
      }
      assertMergeable(facts.pull, assessment);
      await this.#merge(github, number, command.headSha);
      return { number, before: 'open', after: 'merged' };
    });
  }

  async record(
    command: RecordCommand,
    credentials: CallerCredentials,
  ): Promise<DecisionOutcome> {
    const number = command.pullRequestNumber;
    const { userEntityRef } = await this.#callers.read(credentials);
    if (!userEntityRef) {
      throw new NotAllowedError('Only a person can ask for a change');
    }
    const { pull } = await this.#readFresh(number);
    const inBody = parseRequestMetadata(pull.body);
    if (inBody && inBody.id !== command.metadata.id) {
      throw new ConflictError(
        `Pull request ${number} belongs to request '${inBody.id}', not '${command.metadata.id}'`,
      );
    }
    const metadata = { ...command.metadata, requester: userEntityRef };
    await this.#store.save({
      pullRequestNumber: number,
      requester: userEntityRef,
      metadata,
    });
    for (const sibling of command.pulls) {
      await this.#lifeStore.addPull(number, sibling);
    }
    this.#facts.forget(pull);
    await this.#changed(number);
    return { number, before: 'open', after: 'recorded' };
  }

  async #decide(
    number: number,
    actor: Actor,
    decide: (decision: Decision) => Promise<DecisionOutcome>,
  ): Promise<DecisionOutcome> {
    const github = this.#personFor(actor.githubToken);
    const person = await this.#identify(actor.credentials, github);
    return this.#mutex.run(number, async () => {
      const facts = await this.#readFresh(number);
      const around = await this.#surroundings.read([facts]);
      const assessment = assessChange(facts, around(number));
      try {
        return await decide({ facts, assessment, person, github });
      } finally {
        this.#facts.forget(facts.pull);
        await this.#changed(number);
      }
    });
  }

  /** The token has to be the caller's own: otherwise one person could act through another's account. */
  async #identify(
    credentials: CallerCredentials,
    github: GithubPerson,
  ): Promise<Person> {
    const [person, login] = await Promise.all([
      this.#callers.read(credentials),
      github.login(AbortSignal.timeout(DEADLINE_MS)),
    ]);
    if (person.login?.toLowerCase() !== login.toLowerCase()) {
      throw new NotAllowedError(
        `You are ${person.userEntityRef} in the portal, but signed in to GitHub as ${login}, which is not the account the catalog knows you by`,
      );
    }
    return person;
  }

  async #readFresh(number: number): Promise<ChangeFacts> {
    try {
      return await this.#facts.readFresh(number);
    } catch (error) {
      throw asDecisionError(error);
    }
  }

  /** A merge whose answer got lost may have happened: then it is looked up instead of reported as failed. */
  async #merge(
    github: GithubPerson,
    number: number,
    headSha: string,
  ): Promise<void> {
    try {
      const signal = AbortSignal.timeout(DEADLINE_MS);
      await github.merge({ number, headSha }, signal);
    } catch (error) {
      const after = await this.#facts.readFresh(number).catch(() => undefined);
      const merged = after?.pull.mergedAt && after.pull.headSha === headSha;
      if (!merged) throw error;
    }
  }
}
