import { ConflictError, NotAllowedError } from '@backstage/errors';
import { CallerCredentials } from '@slipway/platform-node';
import {
  ApproveCommand,
  MergeCommand,
  parseRequestMetadata,
  RecordCommand,
} from '@slipway/plugin-infra-prs-common';
import { LifeStore } from '../store/LifeStore';
import { RequestStore } from '../store/RequestStore';
import { formatReviewBody } from './approvalRules';
import { CallerReader } from './CallerReader';
import { ChangeFacts } from './changeFacts';
import {
  Actor,
  ChangeDecisions,
  DecisionOptions,
  DecisionOutcome,
} from './ChangeService';
import {
  assertApprovable,
  assertLowRisk,
  assertMergeable,
  assertUnmoved,
  hasApproved,
} from './decisionRules';
import { deadline, DecisionRunner } from './deciding/DecisionRunner';
import { mergeOrEnqueue } from './deciding/mergeOrEnqueue';
import { FactsReader } from './FactsReader';
import { asDecisionError } from './sourceData';

/** {@link ChangeDecisions}: reads everything anew, decides, acts as the person, tells who watches. */
export class DefaultChangeDecisions implements ChangeDecisions {
  readonly #runner: DecisionRunner;
  readonly #facts: FactsReader;
  readonly #callers: CallerReader;
  readonly #store: RequestStore;
  readonly #lifeStore: Pick<LifeStore, 'addPull'>;
  readonly #changed: (number: number) => Promise<void>;

  constructor(options: {
    runner: DecisionRunner;
    facts: FactsReader;
    callers: CallerReader;
    store: RequestStore;
    lifeStore: Pick<LifeStore, 'addPull'>;
    /** Tells who watches that a change is not what it was. */
    changed: (number: number) => Promise<void>;
  }) {
    this.#runner = options.runner;
    this.#facts = options.facts;
    this.#callers = options.callers;
    this.#store = options.store;
    this.#lifeStore = options.lifeStore;
    this.#changed = options.changed;
  }

  async approve(
    number: number,
    command: ApproveCommand,
    actor: Actor,
    options: DecisionOptions = {},
  ): Promise<DecisionOutcome> {
    return this.#runner.run(number, actor, async decision => {
      const { facts, assessment, person, github } = decision;
      assertUnmoved(facts.pull, assessment, command);
      if (options.inBulk) assertLowRisk(assessment);
      if (hasApproved(assessment, person)) {
        return { number, before: 'approved', after: 'approved' };
      }
      assertApprovable(facts.pull, assessment, person);
      const body = formatReviewBody(command.planDigest, command.comment);
      const { headSha } = command;
      await github.approve({ number, headSha, body }, deadline());
      return { number, before: 'open', after: 'approved' };
    });
  }

  async merge(
    number: number,
    command: MergeCommand,
    actor: Actor,
    options: DecisionOptions = {},
  ): Promise<DecisionOutcome> {
    return this.#runner.run(number, actor, async decision => {
      const { facts, assessment } = decision;
      assertUnmoved(facts.pull, assessment, command);
      if (options.inBulk) assertLowRisk(assessment);
      if (facts.pull.mergedAt) {
        throw new ConflictError('It is already merged');
      }
      assertMergeable(facts.pull, assessment);
      const after = await mergeOrEnqueue(decision, this.#facts);
      return { number, before: 'open', after };
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

  async #readFresh(number: number): Promise<ChangeFacts> {
    try {
      return await this.#facts.readFresh(number);
    } catch (error) {
      throw asDecisionError(error);
    }
  }
}
