import { ConflictError } from '@backstage/errors';
import { AutoMergeCommand } from '@slipway/plugin-infra-prs-common';
import { whyNotAutoMerge } from '../autoMergeRules';
import { Actor, DecisionOutcome } from '../ChangeService';
import { assertUnmoved } from '../decisionRules';
import { deadline, DecisionRunner } from './DecisionRunner';

/** Lets GitHub merge an approved change once it can, or no longer. */
export class AutoMergeDecisions {
  readonly #runner: DecisionRunner;

  constructor(runner: DecisionRunner) {
    this.#runner = runner;
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
        if (autoMerge) await github.disableAutoMerge(nodeId, deadline());
        return { number, before, after: 'off' };
      }
      assertUnmoved(facts.pull, assessment, command);
      const why = whyNotAutoMerge(facts.pull, assessment);
      if (why) throw new ConflictError(why);
      const { headSha } = command;
      await github.enableAutoMerge({ nodeId, headSha }, deadline());
      return { number, before, after: 'on' };
    });
  }
}
