import { ConflictError } from '@backstage/errors';
import { AutoMergeCommand } from '@slipway/plugin-infra-prs-common';
import { whyNotAutoMerge } from '../autoMergeRules';
import { Actor, DecisionOutcome } from '../ChangeService';
import { assertUnmoved } from '../decisionRules';
import { DecisionLog } from './DecisionLog';
import { deadline, Decision, DecisionRunner } from './DecisionRunner';

/** Lets GitHub merge an approved change once it can, or no longer. */
export class AutoMergeDecisions {
  readonly #runner: DecisionRunner;
  readonly #log: DecisionLog;

  constructor(runner: DecisionRunner, log: DecisionLog) {
    this.#runner = runner;
    this.#log = log;
  }

  /** @throws ConflictError when something moved, or when what was approved would not be safe. */
  async set(
    number: number,
    command: AutoMergeCommand,
    actor: Actor,
  ): Promise<DecisionOutcome> {
    return this.#runner.run(number, actor, async decision => {
      const { facts, assessment, github } = decision;
      const { nodeId, autoMerge } = facts.pull;
      const before = autoMerge ? 'on' : 'off';
      if (!command.enabled) {
        if (autoMerge) {
          await github.disableAutoMerge(nodeId, deadline());
          await this.#note(decision, 'switched auto-merge off');
        }
        return { number, before, after: 'off' };
      }
      assertUnmoved(facts.pull, assessment, command);
      const why = whyNotAutoMerge(facts.pull, assessment);
      if (why) throw new ConflictError(why);
      const { headSha } = command;
      await github.enableAutoMerge({ nodeId, headSha }, deadline());
      await this.#note(decision, 'switched auto-merge on');
      return { number, before, after: 'on' };
    });
  }

  #note({ facts, person }: Decision, what: string): Promise<void> {
    const { number, headSha } = facts.pull;
    const { login, userEntityRef: entityRef } = person;
    const at = new Date().toISOString();
    return this.#log.addEvent(number, {
      id: `auto_merge:${headSha}:${at}`,
      at,
      kind: 'auto_merge',
      actor: { login, entityRef },
      text: `${entityRef ?? login} ${what}`,
    });
  }
}
