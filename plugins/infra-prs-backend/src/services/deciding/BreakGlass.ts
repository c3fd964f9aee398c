import { parseEntityRef } from '@backstage/catalog-model';
import {
  ConflictError,
  InputError,
  NotAllowedError,
  toError,
} from '@backstage/errors';
import { BreakGlassCommand } from '@slipway/plugin-infra-prs-common';
import { randomUUID } from 'node:crypto';
import { failedGlassId, glassId } from '../../life/breakingGlass';
import { breakGlassOf } from '../breakGlassRules';
import { Actor, DecisionOutcome } from '../ChangeService';
import { assertUnmoved } from '../decisionRules';
import { FactsReader } from '../FactsReader';
import { DecisionLog } from './DecisionLog';
import { Decision, DecisionRunner } from './DecisionRunner';
import { mergeOrEnqueue } from './mergeOrEnqueue';

function assertConfirmed(
  { facts, assessment }: Decision,
  { confirm }: BreakGlassCommand,
): void {
  const { entityRef } = assessment;
  const name = entityRef && parseEntityRef(entityRef).name;
  const { number } = facts.pull;
  if ([String(number), `#${number}`, name].includes(confirm)) return;
  throw new InputError(
    `confirm: type the number of the change, ${number}, to merge it past the rules`,
  );
}

/**
 * Merges past Slipway's own rules, for those whom config lets. Why is kept first; whoever looks at the change after the merge
 * finds it and tells people (`alarmsOf`), so that no crash can keep it from them.
 */
export class BreakGlass {
  readonly #runner: DecisionRunner;
  readonly #facts: FactsReader;
  readonly #log: DecisionLog;

  constructor(options: {
    runner: DecisionRunner;
    facts: FactsReader;
    log: DecisionLog;
  }) {
    this.#runner = options.runner;
    this.#facts = options.facts;
    this.#log = options.log;
  }

  /** @throws NotAllowedError, ConflictError when something moved or GitHub refuses, ServiceUnavailableError. */
  async merge(
    number: number,
    command: BreakGlassCommand,
    actor: Actor,
  ): Promise<DecisionOutcome> {
    return this.#runner.run(number, actor, async decision => {
      const { facts, assessment, person } = decision;
      const allowed = breakGlassOf(facts.pull, assessment, person);
      if (!allowed) {
        throw new NotAllowedError(
          'You are in none of the groups of slipway.infraPrs.breakGlass',
        );
      }
      assertUnmoved(facts.pull, assessment, command);
      if (allowed.whyNot) throw new ConflictError(allowed.whyNot);
      assertConfirmed(decision, command);
      const attempt = randomUUID();
      // Before the merge: what cannot be kept must not happen.
      await this.#keep(decision, attempt, command.reason);
      const after = await this.#merge(decision, attempt);
      return { number, before: 'open', after: `${after} past the rules` };
    });
  }

  async #merge(decision: Decision, attempt: string) {
    try {
      return await mergeOrEnqueue(decision, this.#facts);
    } catch (error) {
      const { message } = toError(error);
      await this.#keep(decision, attempt, message, 'failure');
      throw error;
    }
  }

  async #keep(
    { facts, person }: Decision,
    attempt: string,
    words: string,
    outcome?: 'failure',
  ): Promise<void> {
    const { number, headSha } = facts.pull;
    const { login, userEntityRef: entityRef } = person;
    const who = entityRef ?? login;
    await this.#log.addEvent(number, {
      id:
        outcome === 'failure'
          ? failedGlassId(headSha, attempt)
          : glassId(headSha, attempt),
      at: new Date().toISOString(),
      kind: 'break_glass',
      outcome,
      actor: { login, entityRef },
      text:
        outcome === 'failure'
          ? `It was not merged after all: ${words}`
          : `${who} broke the glass: ${words}`,
    });
  }
}
