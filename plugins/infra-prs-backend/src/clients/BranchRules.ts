import { CodeOwnersRule } from '@slipway/plugin-infra-prs-common';

/** What GitHub asks for before it merges into a branch: rulesets and classic protection together. */
export interface BranchRules {
  /** How many approving reviews; 0 when none is asked for. */
  readonly approvals: number;
  readonly codeOwners: boolean;
  /** A push takes approvals back. */
  readonly dismissesStale: boolean;
  readonly requiredChecks: readonly string[];
  readonly mergeQueue: boolean;
  /** Every thread on its lines has to be resolved. */
  readonly resolvedThreads: boolean;
  /** Each rule, in words. */
  readonly words: readonly string[];
  /** Why there may be more than this, in words. */
  readonly unknown?: string;
}

/** The CODEOWNERS file of a branch. */
export interface CodeOwnersFile {
  readonly path: string;
  readonly rules: readonly CodeOwnersRule[];
}

/** Where a pull request is in the merge queue. */
export interface QueueEntry {
  readonly position: number;
  readonly state: string;
}

/** Reads what GitHub itself wants, with the integration's own credentials. All methods throw UpstreamError. */
export interface BranchRulesReader {
  readRules(branch: string, signal: AbortSignal): Promise<BranchRules>;
  readCodeOwners(
    branch: string,
    signal: AbortSignal,
  ): Promise<CodeOwnersFile | undefined>;
  /** Whether the repository lets people switch auto-merge on. */
  allowsAutoMerge(signal: AbortSignal): Promise<boolean>;
  readQueueEntry(
    number: number,
    signal: AbortSignal,
  ): Promise<QueueEntry | undefined>;
}
