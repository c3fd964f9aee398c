import { CallerCredentials } from '@slipway/platform-node';
import {
  ApproveCommand,
  ChangeRequestDetail,
  ChangeRequestList,
  MergeCommand,
  RecordCommand,
} from '@slipway/plugin-infra-prs-common';

/** `closed` are those that were closed without being merged. */
export type ListedState = 'open' | 'merged' | 'closed' | 'all';

/** Which changes to list. */
export interface ChangeQuery {
  readonly state: ListedState;
  /** Only what touches this entity. */
  readonly entityRef?: string;
  /** Only what the caller asked for, or can approve. */
  readonly involving?: 'me';
}

/** A signed-in person who acts with their own GitHub token. */
export interface Actor {
  readonly credentials: CallerCredentials;
  readonly githubToken: string;
}

/** Reads changes of the infrastructure repository. */
export interface ChangeService {
  list(
    query: ChangeQuery,
    credentials: CallerCredentials,
  ): Promise<ChangeRequestList>;
  /** @throws NotFoundError */
  get(
    number: number,
    credentials: CallerCredentials,
  ): Promise<ChangeRequestDetail>;
}

/** What was decided about a change, for the audit log. */
export interface DecisionOutcome {
  readonly number: number;
  readonly before: string;
  readonly after: string;
}

/** How a decision is made. */
export interface DecisionOptions {
  /** It is one of many: then only what is low-risk is let through. */
  readonly inBulk?: boolean;
}

/** Decides about changes, by the rules and not by what the screen said. */
export interface ChangeDecisions {
  /** @throws NotAllowedError, ConflictError when something moved, ServiceUnavailableError. */
  approve(
    number: number,
    command: ApproveCommand,
    actor: Actor,
    options?: DecisionOptions,
  ): Promise<DecisionOutcome>;
  merge(
    number: number,
    command: MergeCommand,
    actor: Actor,
    options?: DecisionOptions,
  ): Promise<DecisionOutcome>;
  /** Records the caller as who asked. Doing it twice is doing it once. */
  record(
    command: RecordCommand,
    credentials: CallerCredentials,
  ): Promise<DecisionOutcome>;
}
