import { randomUUID } from 'node:crypto';
import {
  ConflictError,
  ServiceUnavailableError,
  toError,
} from '@backstage/errors';
import {
  CloseCommand,
  DraftCommand,
  ReopenCommand,
} from '@slipway/plugin-infra-prs-common';
import { Actor, DecisionOutcome } from '../ChangeService';
import { isRequester } from '../requesters';
import { whyNotClose, whyNotReopen } from '../viewerOf';
import { DecisionLog } from './DecisionLog';
import { deadline, Decision, DecisionRunner } from './DecisionRunner';

/** Closes a change, opens it again, makes it a draft or not. */
export class LifecycleDecisions {
  readonly #runner: DecisionRunner;
  readonly #log: DecisionLog;

  constructor(runner: DecisionRunner, log: DecisionLog) {
    this.#runner = runner;
    this.#log = log;
  }

  /** Whoever asked for it withdraws it. The reason is kept, and written on GitHub too. */
  async close(
    number: number,
    { reason }: CloseCommand,
    actor: Actor,
  ): Promise<DecisionOutcome> {
    return this.#runner.run(number, actor, async decision => {
      const { facts, assessment, person, github } = decision;
      const why = whyNotClose(facts.pull);
      if (why) throw new ConflictError(why);
      const own = isRequester(assessment.requesters, person);
      const after = own ? 'withdrawn' : 'closed';
      await github.setState({ number, state: 'closed' }, deadline());
      await this.#keepReason(decision, after, reason);
      return { number, before: 'open', after };
    });
  }

  async reopen(
    number: number,
    { comment }: ReopenCommand,
    actor: Actor,
  ): Promise<DecisionOutcome> {
    return this.#runner.run(number, actor, async ({ facts, github }) => {
      const why = whyNotReopen(facts.pull);
      if (why) throw new ConflictError(why);
      await github.setState({ number, state: 'open' }, deadline());
      if (comment) await github.comment({ number, body: comment }, deadline());
      return { number, before: 'closed', after: 'open' };
    });
  }

  async setDraft(
    number: number,
    { draft }: DraftCommand,
    actor: Actor,
  ): Promise<DecisionOutcome> {
    return this.#runner.run(number, actor, async ({ facts, github }) => {
      const { pull } = facts;
      const why = whyNotClose(pull);
      if (why) throw new ConflictError(why);
      const before = pull.draft ? 'draft' : 'ready';
      if (pull.draft !== draft) {
        await github.setDraft({ nodeId: pull.nodeId, draft }, deadline());
      }
      return { number, before, after: draft ? 'draft' : 'ready' };
    });
  }

  /** It is closed by now: what goes wrong here does not undo that, and must not hide it. */
  async #keepReason(
    { facts, person, github }: Decision,
    kind: 'withdrawn' | 'closed',
    reason: string,
  ): Promise<void> {
    const { number, headSha } = facts.pull;
    const at = new Date().toISOString();
    const { login, userEntityRef: entityRef } = person;
    const text = `${kind === 'withdrawn' ? 'Withdrawn' : 'Closed'}: ${reason}`;
    // Two who close it at once both have their reason kept.
    const id = `${kind}:${headSha}:${randomUUID()}`;
    const actor = { login, entityRef };
    const kept = await Promise.allSettled([
      github.comment({ number, body: text }, deadline()),
      this.#log.addEvent(number, { id, at, kind, actor, text }),
    ]);
    const failed = kept.find(({ status }) => status === 'rejected');
    if (failed?.status !== 'rejected') return;
    throw new ServiceUnavailableError(
      `It is closed, but your reason could not be kept: ${
        toError(failed.reason).message
      }`,
    );
  }
}
