import { NotAllowedError } from '@backstage/errors';
import { SlipwayEnvironment } from '@slipway/platform-common';
import { CallerCredentials } from '@slipway/platform-node';
import { GithubPerson, GithubPersonFactory } from '../../clients/GithubPerson';
import { Person } from '../approvers';
import { assessChange, Assessment } from '../assessChange';
import { CallerReader } from '../CallerReader';
import { ChangeFacts } from '../changeFacts';
import { Actor } from '../ChangeService';
import { FactsReader } from '../FactsReader';
import { KeyedMutex } from '../KeyedMutex';
import { planOfChange } from '../planOfChange';
import { PlanState } from '../planState';
import { asDecisionError } from '../sourceData';
import { SurroundingsReader } from '../surroundings';

/** How long GitHub may take for one action. */
const DEADLINE_MS = 10_000;

/** All that one person decides one change by, read a moment ago. */
export interface Decision {
  readonly facts: ChangeFacts;
  readonly assessment: Assessment;
  readonly person: Person;
  /** GitHub, as this person. */
  readonly github: GithubPerson;
  /** The plan of the same head as it is now. */
  readPlan(): Promise<PlanState>;
}

/** A signal that ends an action which takes too long. */
export function deadline(): AbortSignal {
  return AbortSignal.timeout(DEADLINE_MS);
}

/** Lets one decision about a change happen after another: reads everything anew, decides, tells who watches. */
export class DecisionRunner {
  readonly #facts: FactsReader;
  readonly #surroundings: SurroundingsReader;
  readonly #callers: CallerReader;
  readonly #personFor: GithubPersonFactory;
  readonly #changed: (number: number) => Promise<void>;
  readonly #mutex = new KeyedMutex<number>();

  constructor(options: {
    facts: FactsReader;
    surroundings: SurroundingsReader;
    callers: CallerReader;
    personFor: GithubPersonFactory;
    /** Tells who watches that a change is not what it was. */
    changed: (number: number) => Promise<void>;
  }) {
    this.#facts = options.facts;
    this.#surroundings = options.surroundings;
    this.#callers = options.callers;
    this.#personFor = options.personFor;
    this.#changed = options.changed;
  }

  /** @throws NotAllowedError, NotFoundError, ServiceUnavailableError, and what `decide` throws. */
  async run<T>(
    number: number,
    actor: Actor,
    decide: (decision: Decision) => Promise<T>,
  ): Promise<T> {
    const github = this.#personFor(actor.githubToken);
    const person = await this.#identify(actor.credentials, github);
    return this.#mutex.run(number, async () => {
      const facts = await this.#readFresh(number);
      const around = await this.#surroundings.read([facts]);
      const known = around(number);
      const assessment = assessChange(facts, known);
      const readPlan = () => this.#readPlan(facts, known.environments);
      try {
        return await decide({ facts, assessment, person, github, readPlan });
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
      github.login(deadline()),
    ]);
    if (person.login?.toLowerCase() !== login.toLowerCase()) {
      throw new NotAllowedError(
        `You are ${person.userEntityRef} in the portal, but signed in to GitHub as ${login}, which is not the account the catalog knows you by`,
      );
    }
    return person;
  }

  async #readPlan(
    facts: ChangeFacts,
    environments: readonly SlipwayEnvironment[],
  ): Promise<PlanState> {
    try {
      const again = await this.#facts.readFreshPlan(facts);
      return planOfChange(again, environments);
    } catch (error) {
      throw asDecisionError(error);
    }
  }

  async #readFresh(number: number): Promise<ChangeFacts> {
    try {
      return await this.#facts.readFresh(number);
    } catch (error) {
      throw asDecisionError(error);
    }
  }
}
