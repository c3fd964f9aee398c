import {
  ChangeConversation as Conversation,
  ReplyCommand,
  ResolveCommand,
  ThreadCommand,
} from '@slipway/plugin-infra-prs-common';
import { Actor, DecisionOutcome } from './ChangeService';

/** Reads what is said of a change, and lets a person say more on its lines. */
export interface ChangeConversation {
  /** @throws NotFoundError, ServiceUnavailableError */
  read(number: number): Promise<Conversation>;
  /** @throws ConflictError when the head moved since. */
  comment(
    number: number,
    command: ThreadCommand,
    actor: Actor,
  ): Promise<DecisionOutcome>;
  /** @throws NotFoundError when the change has no such thread. */
  reply(
    number: number,
    thread: number,
    command: ReplyCommand,
    actor: Actor,
  ): Promise<DecisionOutcome>;
  /** @throws NotFoundError */
  resolve(
    number: number,
    thread: number,
    command: ResolveCommand,
    actor: Actor,
  ): Promise<DecisionOutcome>;
}
