import { ChangeRequest, PlanTotals, SourceSummary } from './changeRequest';
import { PlanReport, PlanRoot } from './planReport';

/** One file of a change; `patch` is absent for binary and very large files. @public */
export interface ChangedFile {
  readonly path: string;
  /** Set when the file was renamed. */
  readonly previousPath?: string;
  readonly status: string;
  readonly additions: number;
  readonly deletions: number;
  /** Unified diff hunks without file headers, as GitHub gives them. */
  readonly patch?: string;
}

/** A check run of the head commit. @public */
export interface ChangeCheck {
  readonly name: string;
  readonly status: 'queued' | 'in_progress' | 'completed';
  readonly conclusion?: string;
  readonly url?: string;
  readonly summary?: string;
  readonly completedAt?: string;
}

/** The plan of the head commit. @public */
export interface ChangePlan {
  /** `sha256:<hex>` over the planned roots; an approval is bound to it. */
  readonly digest: string;
  readonly runner: PlanReport['runner'];
  readonly roots: readonly PlanRoot[];
  readonly totals: PlanTotals;
}

/** An approving review, and whether it still counts. @public */
export interface ChangeApproval {
  readonly login: string;
  readonly userEntityRef?: string;
  readonly submittedAt: string;
  readonly valid: boolean;
  /** Why it does not count, in words. */
  readonly voidReason?: string;
}

/** @public */
export type BlockerCode =
  | 'closed'
  | 'draft'
  | 'conflicts'
  | 'unreadable'
  | 'checks_pending'
  | 'checks_failing'
  | 'plan_missing'
  | 'plan_failed'
  | 'approval_missing'
  | 'changes_requested'
  | 'mergeability_unknown'
  | 'branch_protection';

/** Something that keeps a change from being merged. @public */
export interface ChangeBlocker {
  readonly code: BlockerCode;
  /** What is missing, in words. */
  readonly message: string;
  /** Who can provide it, in words. */
  readonly who: string;
}

/** @public */
export interface ChangeCommit {
  readonly sha: string;
  readonly message: string;
  /** GitHub login, or the name in the commit when GitHub knows no account for it. */
  readonly author: string;
  readonly authoredAt?: string;
  readonly url: string;
}

/** How the change is being applied after its merge. @public */
export interface ChangeApply {
  readonly state: 'waiting' | 'running' | 'succeeded' | 'failed';
  readonly mergeCommitSha: string;
  readonly url?: string;
  readonly summary?: string;
  readonly completedAt?: string;
}

/** What the person who looks may do, and if not, why. @public */
export interface ChangeViewer {
  readonly canApprove: boolean;
  readonly whyNotApprove?: string;
  readonly canMerge: boolean;
  readonly whyNotMerge?: string;
}

/** A pull request of the infrastructure repository with all that a decision needs. @public */
export interface ChangeRequestDetail extends Omit<ChangeRequest, 'viewer'> {
  readonly files: readonly ChangedFile[];
  readonly checkRuns: readonly ChangeCheck[];
  readonly plan?: ChangePlan;
  /** What an approval has to name; undefined until the plan is there. */
  readonly planDigest?: string;
  readonly commits: readonly ChangeCommit[];
  readonly approvals: readonly ChangeApproval[];
  readonly blockers: readonly ChangeBlocker[];
  readonly apply?: ChangeApply;
  readonly viewer: ChangeViewer;
  /** How each part was read; anything but `ok` is worth a word. */
  readonly sources: readonly SourceSummary[];
}
