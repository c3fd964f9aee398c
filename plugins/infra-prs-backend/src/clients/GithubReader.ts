import { ChangedFile } from '@slipway/plugin-infra-prs-common';
import {
  CheckFacts,
  CommitFacts,
  PullAtHead,
  PullFacts,
  ReviewFacts,
} from '../services/changeFacts';

/** A page-bounded list of pull requests, newest change first. */
export interface PullPage {
  readonly pulls: readonly PullFacts[];
  /** There are more than were read. */
  readonly truncated: boolean;
}

/** A pull request of any repository. */
export interface PullRef {
  readonly host: string;
  readonly owner: string;
  readonly repo: string;
  readonly number: number;
}

/**
 * Reads the infrastructure repository with the integration's own credentials. All methods throw UpstreamError.
 */
export interface GithubReader {
  /** Those that changed last first. Reads on until `isEnough` says so of a page, or up to a thousand. */
  listPulls(
    state: 'open' | 'closed' | 'all',
    signal: AbortSignal,
    isEnough?: (pulls: readonly PullFacts[]) => boolean,
  ): Promise<PullPage>;
  getPull(number: number, signal: AbortSignal): Promise<PullFacts>;
  /** One of another repository on the same host. */
  getSibling(ref: PullRef, signal: AbortSignal): Promise<PullFacts>;
  /** Fails when the answer is about another head: what is kept for one head must never be that of another. */
  listFiles(at: PullAtHead, signal: AbortSignal): Promise<ChangedFile[]>;
  /** Fails as `listFiles` does. */
  listCommits(at: PullAtHead, signal: AbortSignal): Promise<CommitFacts[]>;
  listReviews(number: number, signal: AbortSignal): Promise<ReviewFacts[]>;
  listChecks(sha: string, signal: AbortSignal): Promise<CheckFacts[]>;
}
