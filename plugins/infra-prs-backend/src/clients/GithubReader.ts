import { ChangedFile } from '@slipway/plugin-infra-prs-common';
import {
  CheckFacts,
  CommitFacts,
  PullFacts,
  ReviewFacts,
} from '../services/changeFacts';

/** A page-bounded list of pull requests, newest change first. */
export interface PullPage {
  readonly pulls: readonly PullFacts[];
  /** There are more than were read. */
  readonly truncated: boolean;
}

/**
 * Reads the infrastructure repository with the integration's own credentials. All methods throw UpstreamError.
 */
export interface GithubReader {
  listPulls(state: 'open' | 'closed', signal: AbortSignal): Promise<PullPage>;
  getPull(number: number, signal: AbortSignal): Promise<PullFacts>;
  listFiles(number: number, signal: AbortSignal): Promise<ChangedFile[]>;
  listCommits(number: number, signal: AbortSignal): Promise<CommitFacts[]>;
  listReviews(number: number, signal: AbortSignal): Promise<ReviewFacts[]>;
  listChecks(sha: string, signal: AbortSignal): Promise<CheckFacts[]>;
}
