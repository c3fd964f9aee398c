import { z } from 'zod';

const list = <T extends z.ZodType>(of: T) => z.array(of).readonly();
/** ISO 8601. */
const time = z.string();

/**
 * The life of a request, in order: recorded by the portal, pull requests open, checks running, planned and waiting for
 * a review, free to be merged, merged and waiting for Terraform, applied and waiting for Argo CD and ECS, live.
 * @public
 */
export const REQUEST_STAGES = [
  'requested',
  'open',
  'checks',
  'planned',
  'approved',
  'merged',
  'applied',
  'live',
] as const;

/** @public */
export type RequestStage = (typeof REQUEST_STAGES)[number];

const stageSchema = z.enum(REQUEST_STAGES);

const pullSchema = z.object({
  role: z.enum(['infrastructure', 'service', 'gitops']),
  /** `host/owner/repo`. */
  repository: z.string(),
  number: z.number(),
  title: z.string(),
  url: z.string(),
  state: z.enum(['open', 'merged', 'closed']),
  headSha: z.string(),
});

const stageTimeSchema = z.object({
  stage: stageSchema,
  state: z.enum(['done', 'current', 'failed', 'todo', 'skipped']),
  /** When it was entered; undefined while it was not. */
  at: time.optional(),
  /** How long it took; undefined while it goes on. */
  seconds: z.number().optional(),
});

const eventSchema = z.object({
  /** The same for the same happening, however it became known: `merged:<sha>`, `review:<id>`. */
  id: z.string(),
  at: time,
  kind: z.enum([
    'requested',
    'opened',
    'pushed',
    'checks',
    'planned',
    'reviewed',
    'approved',
    'changes_requested',
    'commented',
    'approval_void',
    'auto_merge',
    'break_glass',
    'merged',
    'merged_unapproved',
    'applied',
    'deployed',
    'retried',
    'reverted',
    'closed',
    'reopened',
    'withdrawn',
    'ready',
    'draft',
    'force_pushed',
    'base_changed',
    'review_dismissed',
    'queued',
    'unqueued',
  ]),
  /** Whether it was good news; undefined when it is neither. */
  outcome: z.enum(['success', 'failure']).optional(),
  actor: z
    .object({ entityRef: z.string().optional(), login: z.string().optional() })
    .optional(),
  /** One sentence, in words. */
  text: z.string(),
  url: z.string().optional(),
});

/** Where a request stands, and how it came there. @public */
export const requestLifeSchema = z.object({
  /** Id of the request; `pull-<number>` for a pull request that no form opened. */
  id: z.string(),
  stage: stageSchema,
  state: z.enum(['active', 'failed', 'withdrawn', 'done']),
  stageSince: time,
  /** What went wrong, at which stage, and what to do. */
  problem: z
    .object({
      stage: stageSchema,
      message: z.string(),
      fix: z.string(),
      url: z.string().optional(),
    })
    .optional(),
  /** Who or what it waits for, in words; undefined when it is over. */
  waitsFor: z.string().optional(),
  pulls: list(pullSchema),
  stages: list(stageTimeSchema),
});

/** Answer of the timeline's route, oldest first; the same as the export. @public */
export const requestTimelineSchema = z.object({
  id: z.string(),
  number: z.number(),
  title: z.string(),
  events: list(eventSchema),
  /** What could not be read, so that events may be missing, in words. */
  gaps: list(z.string()),
});

/** @public */
export type RequestLife = Readonly<z.infer<typeof requestLifeSchema>>;
/** @public */
export type RequestPull = RequestLife['pulls'][number];
/** @public */
export type RequestStageTime = RequestLife['stages'][number];
/** @public */
export type RequestEvent = Readonly<z.infer<typeof eventSchema>>;
/** @public */
export type RequestTimeline = Readonly<z.infer<typeof requestTimelineSchema>>;
