import { z } from 'zod';
import { planRiskSchema } from './plan/planRiskSchema';
import { requestLifeSchema } from './requestLife';

const list = <T extends z.ZodType>(of: T) => z.array(of).readonly();
const count = z.number();
/** ISO 8601. */
const time = z.string();

const planTotalsSchema = z.object({
  create: count,
  update: count,
  replace: count,
  delete: count,
  /** Absent when none: each of these may count above too. */
  import: count.optional(),
  move: count.optional(),
  /** Left where they are, and no longer managed. */
  forget: count.optional(),
});

const checksSummarySchema = z.object({
  state: z.enum(['passed', 'failed', 'pending', 'none', 'unknown']),
  passed: count,
  failed: count,
  pending: count,
});

/** How the Git host answered: a `SourceResult` of platform-common without its data. @public */
export const sourceSummarySchema = z.object({
  state: z.enum([
    'ok',
    'stale',
    'forbidden',
    'not_found',
    'throttled',
    'unreachable',
    'misconfigured',
  ]),
  source: z.object({
    upstream: z.string(),
    environment: z.string().optional(),
    target: z.string().optional(),
  }),
  asOf: time.optional(),
  message: z.string().optional(),
  fix: z.string().optional(),
});

/** What lists and pages of a change have in common. */
export const changeBasicsSchema = z.object({
  number: z.number(),
  title: z.string(),
  state: z.enum(['open', 'merged', 'closed']),
  draft: z.boolean(),
  /** Page of the pull request on GitHub. */
  url: z.string(),
  /** GitHub login that opened it; often a bot. */
  author: z.string(),
  /** Entity refs of the people who asked for it. */
  requesters: list(z.string()),
  /** Entity ref of what it creates or changes; it need not exist yet. */
  entityRef: z.string().optional(),
  /** Names of the Slipway environments its files touch. */
  environments: list(z.string()),
  createdAt: time,
  updatedAt: time,
  mergedAt: time.optional(),
  headSha: z.string(),
  checks: checksSummarySchema,
  /** Undefined while there is no plan. */
  totals: planTotalsSchema.optional(),
});

/** What a change waits for, of the person who looks; most pressing first. @public */
export const CHANGE_TASKS = [
  /** Their approval. */
  'approve',
  /** They asked for it, and a reviewer asked them for changes. */
  'answer_review',
  /** They asked for it, and its checks or its plan failed. */
  'fix_checks',
  /** They asked for it, and nothing is in the way of the merge. */
  'merge',
] as const;

const {
  id,
  stage,
  state: lifeState,
  stageSince,
  waitsFor,
} = requestLifeSchema.shape;

const changeRequestSchema = changeBasicsSchema.extend({
  /** Of the request; like the rest of its life undefined while nobody has looked since it last moved. */
  id: id.optional(),
  stage: stage.optional(),
  lifeState: lifeState.optional(),
  stageSince: stageSince.optional(),
  waitsFor,
  /** Entity ref of the owner of what it is about, as the catalog or else the form says. */
  owner: z.string().optional(),
  /** A form of the portal opened it; the others were opened on GitHub. */
  fromForm: z.boolean(),
  /** The worst risk of its plan, and how many there are; undefined when there is none, or no plan. */
  risk: z
    .object({
      severity: planRiskSchema.shape.severity,
      message: z.string(),
      count,
    })
    .optional(),
  viewer: z.object({
    /** They asked for it, or wrote commits of it. */
    isRequester: z.boolean(),
    /** It is open and can still use their approval. */
    canApprove: z.boolean(),
    /** What it waits for, of them. */
    task: z.enum(CHANGE_TASKS).optional(),
    /**
     * Of an open change: why it cannot be approved, or merged, as one of many; without a reason it can. Lists know less than
     * the page of a change, so who decides is told more then.
     */
    whyNotInBulk: z
      .object({ approve: z.string().optional(), merge: z.string().optional() })
      .optional(),
  }),
});

/** Answer of the list routes. @public */
export const changeRequestListSchema = z.object({
  items: list(changeRequestSchema),
  source: sourceSummarySchema,
  /** Entity refs of the caller and of the groups they are in. */
  mine: list(z.string()),
  /** There are older ones that are not listed. */
  truncated: z.boolean(),
});

/** How many resources a plan creates, updates in place, replaces and deletes. @public */
export type PlanTotals = Readonly<z.infer<typeof planTotalsSchema>>;
/** All checks of a head commit in one word, with counts. @public */
export type ChecksSummary = Readonly<z.infer<typeof checksSummarySchema>>;
/** @public */
export type SourceSummary = Readonly<z.infer<typeof sourceSummarySchema>>;
/** A pull request of the infrastructure repository, as lists show it. @public */
export type ChangeRequest = Readonly<z.infer<typeof changeRequestSchema>>;
/** @public */
export type ChangeTask = (typeof CHANGE_TASKS)[number];
/** @public */
export type ChangeState = ChangeRequest['state'];
/** @public */
export type ChangeRequestList = Readonly<
  z.infer<typeof changeRequestListSchema>
>;
