import { ConflictError } from '@backstage/errors';
import {
  CommentCommand,
  RequestChangesCommand,
} from '@slipway/plugin-infra-prs-common';
import { Actor, DecisionOutcome } from '../ChangeService';
import { assertSameHead } from '../decisionRules';
import { whyNotRequestChanges } from '../viewerOf';
import { deadline, DecisionRunner } from './DecisionRunner';

/** Says something about a change without letting it in. */
export class ReviewDecisions {
  readonly #runner: DecisionRunner;

  constructor(runner: DecisionRunner) {
    this.#runner = runner;
  }

  /** @throws NotAllowedError, ConflictError when something moved, ServiceUnavailableError. */
  async requestChanges(
    number: number,
    command: RequestChangesCommand,
    actor: Actor,
  ): Promise<DecisionOutcome> {
    return this.#runner.run(number, actor, async decision => {
      const { facts, assessment, person, github } = decision;
      assertSameHead(facts.pull, command);
      const reason = whyNotRequestChanges(facts.pull, assessment, person);
      if (reason) throw new ConflictError(reason);
      const { headSha, comment: body } = command;
      await github.requestChanges({ number, headSha, body }, deadline());
      return { number, before: 'open', after: 'changes requested' };
    });
  }

  /** Comments are welcome on what is merged or closed too. */
  async comment(
    number: number,
    command: CommentCommand,
    actor: Actor,
  ): Promise<DecisionOutcome> {
    return this.#runner.run(number, actor, async ({ facts, github }) => {
      await github.comment({ number, body: command.comment }, deadline());
      const { state } = facts.pull;
      return { number, before: state, after: 'commented' };
    });
  }
}
