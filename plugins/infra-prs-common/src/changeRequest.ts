import { SourceResult } from '@slipway/platform-common';

/** @public */
export type ChangeState = 'open' | 'merged' | 'closed';

/** How many resources a plan creates, updates in place, replaces and deletes. @public */
export interface PlanTotals {
  readonly create: number;
  readonly update: number;
  readonly replace: number;
  readonly delete: number;
}

/** All checks of a head commit in one word, with counts. @public */
export interface ChecksSummary {
  readonly state: 'passed' | 'failed' | 'pending' | 'none' | 'unknown';
  readonly passed: number;
  readonly failed: number;
  readonly pending: number;
}

/** What the person who looks has to do with a change. @public */
export interface ListViewer {
  /** They asked for it, or wrote commits of it. */
  readonly isRequester: boolean;
  /** It is open and can still use their approval. */
  readonly canApprove: boolean;
}

/** A pull request of the infrastructure repository, as lists show it. @public */
export interface ChangeRequest {
  readonly number: number;
  readonly title: string;
  readonly state: ChangeState;
  readonly draft: boolean;
  /** Page of the pull request on GitHub. */
  readonly url: string;
  /** GitHub login that opened it; often a bot. */
  readonly author: string;
  /** Entity refs of the people who asked for it. */
  readonly requesters: readonly string[];
  /** Entity ref of what it creates or changes; it need not exist yet. */
  readonly entityRef?: string;
  /** Names of the Slipway environments its files touch. */
  readonly environments: readonly string[];
  /** ISO 8601. */
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly mergedAt?: string;
  readonly headSha: string;
  readonly checks: ChecksSummary;
  /** Undefined while there is no plan. */
  readonly totals?: PlanTotals;
  readonly viewer: ListViewer;
}

/** How the Git host answered, without the data. @public */
export type SourceSummary = Omit<SourceResult<never>, 'data'>;

/** @public */
export interface ChangeRequestList {
  readonly items: readonly ChangeRequest[];
  readonly source: SourceSummary;
  /** There are older ones that are not listed. */
  readonly truncated: boolean;
}
