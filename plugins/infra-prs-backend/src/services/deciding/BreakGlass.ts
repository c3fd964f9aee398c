import { LoggerService } from '@backstage/backend-plugin-api';
import { parseEntityRef } from '@backstage/catalog-model';
import {
  ConflictError,
  InputError,
  NotAllowedError,
  toError,
} from '@backstage/errors';
import { NotificationService } from '@backstage/plugin-notifications-node';
import { BreakGlassCommand } from '@slipway/plugin-infra-prs-common';
import { randomUUID } from 'node:crypto';
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

/** Merges past Slipway's own rules, for those whom config lets, and makes sure that it is known. */
export class BreakGlass {
  readonly #runner: DecisionRunner;
  readonly #facts: FactsReader;
  readonly #log: DecisionLog;
  readonly #notifications: NotificationService;
  readonly #logger: LoggerService;

  constructor(options: {
    runner: DecisionRunner;
    facts: FactsReader;
    log: DecisionLog;
    notifications: NotificationService;
    logger: LoggerService;
  }) {
    this.#runner = options.runner;
    this.#facts = options.facts;
    this.#log = options.log;
    this.#notifications = options.notifications;
    this.#logger = options.logger;
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
      const id = randomUUID();
      // Before the merge: what cannot be kept must not happen.
      await this.#keep(decision, id, command.reason);
      const after = await this.#merge(decision, id);
      await this.#tell(decision, allowed.overrides, command.reason);
      return { number, before: 'open', after: `${after} past the rules` };
    });
  }

  async #merge(decision: Decision, id: string) {
    try {
      return await mergeOrEnqueue(decision, this.#facts);
    } catch (error) {
      const { message } = toError(error);
      await this.#keep(decision, `${id}:failed`, message, 'failure');
      throw error;
    }
  }

  async #keep(
    { facts, person }: Decision,
    id: string,
    words: string,
    outcome?: 'failure',
  ): Promise<void> {
    const { number, headSha } = facts.pull;
    const { login, userEntityRef: entityRef } = person;
    const who = entityRef ?? login;
    await this.#log.addEvent(number, {
      id: `break_glass:${headSha}:${id}`,
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

  /** It is merged by now: people who cannot be told must not hide that. */
  async #tell(
    { facts, assessment, person }: Decision,
    overrides: readonly string[],
    reason: string,
  ): Promise<void> {
    const { number, title } = facts.pull;
    const approvers = assessment.needs.flatMap(need => [
      ...need.approvers,
      ...need.groups.map(group => group.entityRef),
    ]);
    const entityRef = [
      ...new Set([...approvers, ...assessment.requesters.refs]),
    ];
    const who = person.userEntityRef ?? person.login;
    try {
      await this.#notifications.send({
        recipients: { type: 'entity', entityRef },
        payload: {
          title: `#${number} was merged past the rules: ${title}`,
          description: `${who}: ${reason} (missing: ${overrides.join('; ')})`,
          severity: 'critical',
          link: `/infra-prs/${number}`,
          topic: 'Infrastructure changes',
          scope: `break-glass:${number}`,
        },
      });
    } catch (error) {
      this.#logger.error(
        `The approvers could not be told that change ${number} was merged past the rules`,
        toError(error),
      );
    }
  }
}
