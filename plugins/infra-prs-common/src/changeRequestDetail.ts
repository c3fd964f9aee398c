import { z } from 'zod';
import { approvalNeedSchema } from './approvalNeed';
import { applyRootSchema } from './apply/applyReport';
import { changePlanSummarySchema } from './changeContents';
import { changeBasicsSchema, sourceSummarySchema } from './changeRequest';
import { hostRulesSchema, mergeWaySchema } from './hostRules';
import { requestLifeSchema } from './requestLife';

const list = <T extends z.ZodType>(of: T) => z.array(of).readonly();

const fileTotalsSchema = z.object({
  count: z.number(),
  additions: z.number(),
  deletions: z.number(),
});

const changeCheckSchema = z.object({
  name: z.string(),
  status: z.enum(['queued', 'in_progress', 'completed']),
  conclusion: z.string().optional(),
  url: z.string().optional(),
  /** How it went, in its first words. */
  summary: z.string().optional(),
  completedAt: z.string().optional(),
});

const changeApprovalSchema = z.object({
  /** GitHub's id of the review: times are of whole seconds, and one person may give two within one. */
  reviewId: z.number().int(),
  login: z.string(),
  userEntityRef: z.string().optional(),
  submittedAt: z.string(),
  valid: z.boolean(),
  /** Why it does not count, in words. */
  voidReason: z.string().optional(),
});

const changeBlockerSchema = z.object({
  code: z.enum([
    'closed',
    'draft',
    'conflicts',
    'unreadable',
    'checks_pending',
    'checks_failing',
    'plan_missing',
    'plan_failed',
    'plan_risk',
    'approval_missing',
    'changes_requested',
    'mergeability_unknown',
    'branch_protection',
    'code_owner_missing',
    'conversation_unresolved',
  ]),
  /** What is missing, in words. */
  message: z.string(),
  /** Who can provide it, in words. */
  who: z.string(),
  /** What it is about: a check with its log, or a section of the change's own page. */
  links: list(
    z.object({
      text: z.string(),
      url: z.string().optional(),
      section: z.enum(['conversation', 'checks']).optional(),
    }),
  ).optional(),
});

const changeCommitSchema = z.object({
  sha: z.string(),
  message: z.string(),
  /** GitHub login, or the name in the commit when GitHub knows no account for it. */
  author: z.string(),
  /** Entity ref of the author, where the catalog knows the account. */
  authorRef: z.string().optional(),
  authoredAt: z.string().optional(),
  url: z.string(),
  /** What GitHub says of the signature; undefined when it said nothing. */
  verification: z
    .object({ verified: z.boolean(), reason: z.string() })
    .optional(),
});

const changeApplySchema = z.object({
  /** `none`: nothing was reported, and the plan leaves nothing to apply. */
  state: z.enum(['none', 'waiting', 'running', 'succeeded', 'failed']),
  mergeCommitSha: z.string(),
  startedAt: z.string().optional(),
  /** One by one; undefined when the runner told no more than how it ended. */
  roots: list(applyRootSchema).optional(),
  url: z.string().optional(),
  summary: z.string().optional(),
  completedAt: z.string().optional(),
});

const changeViewerSchema = z.object({
  canApprove: z.boolean(),
  whyNotApprove: z.string().optional(),
  canMerge: z.boolean(),
  whyNotMerge: z.string().optional(),
  /** They asked for it, or wrote commits of it. */
  isRequester: z.boolean(),
  /** Undefined when they can ask for changes. */
  whyNotRequestChanges: z.string().optional(),
  /** Undefined when they can close it, which is to withdraw it for whoever asked. */
  whyNotClose: z.string().optional(),
  /** Undefined when it can be opened again. */
  whyNotReopen: z.string().optional(),
  /** Undefined when it is low-risk, so that it may be decided with others in one go. */
  whyNotInBulk: z.string().optional(),
  /** Set where config lets them merge past Slipway's own rules. */
  breakGlass: z
    .object({
      /** What would be overridden, in words. */
      overrides: list(z.string()),
      whyNot: z.string().optional(),
    })
    .optional(),
});

/** Answer of the routes about one change. @public */
export const changeRequestDetailSchema = changeBasicsSchema.extend({
  /** Where its request stands, and all its pull requests. */
  life: requestLifeSchema,
  /** What the form said, without secrets; undefined when no form opened it. */
  parameters: z.record(z.string(), z.unknown()).optional(),
  /** The form that opened it. */
  form: z.object({ template: z.string(), version: z.string() }).optional(),
  /** Threads on lines that nobody resolved; undefined when it is over, or GitHub did not tell. */
  unresolved: z.number().optional(),
  /** How much is changed; which files, another route tells. */
  fileTotals: fileTotalsSchema,
  checkRuns: list(changeCheckSchema),
  /** Without its resources, which another route tells. */
  plan: changePlanSummarySchema.optional(),
  /** What an approval has to name; undefined until the plan is there. */
  planDigest: z.string().optional(),
  commits: list(changeCommitSchema),
  approvals: list(changeApprovalSchema),
  /** What each environment it touches asks for. */
  approvalNeeds: list(approvalNeedSchema),
  blockers: list(changeBlockerSchema),
  hostRules: hostRulesSchema,
  merging: mergeWaySchema,
  apply: changeApplySchema.optional(),
  viewer: changeViewerSchema,
  /** How each part was read; anything but `ok` is worth a word. */
  sources: list(sourceSummarySchema),
});

/** A check run of the head commit. @public */
export type ChangeCheck = Readonly<z.infer<typeof changeCheckSchema>>;
/** An approving review, and whether it still counts. @public */
export type ChangeApproval = Readonly<z.infer<typeof changeApprovalSchema>>;
/** Something that keeps a change from being merged. @public */
export type ChangeBlocker = Readonly<z.infer<typeof changeBlockerSchema>>;
/** @public */
export type ChangeCommit = Readonly<z.infer<typeof changeCommitSchema>>;
/** How the change is being applied after its merge. @public */
export type ChangeApply = Readonly<z.infer<typeof changeApplySchema>>;
/** What the person who looks may do, and if not, why. @public */
export type ChangeViewer = Readonly<z.infer<typeof changeViewerSchema>>;
/** A pull request of the infrastructure repository with all that a decision needs. @public */
export type ChangeRequestDetail = Readonly<
  z.infer<typeof changeRequestDetailSchema>
>;
