import { z } from 'zod';
import { sourceSummarySchema } from './changeRequest';

const list = <T extends z.ZodType>(of: T) => z.array(of).readonly();

const rolloutSchema = z.object({
  /** Name of the environment. */
  environment: z.string(),
  /** Undefined when nothing has to roll out there. */
  platform: z.enum(['argocd', 'ecs']).optional(),
  /** Name of the Argo CD application or ECS service. */
  name: z.string().optional(),
  /** What it is a deployment of. */
  entityRef: z.string().optional(),
  /**
   * `skipped`: nothing of the change runs there. `unknown`: nobody could be asked. `superseded`: a later change was deployed in
   * its place before it was seen to be healthy.
   */
  state: z.enum([
    'waiting',
    'running',
    'live',
    'failed',
    'superseded',
    'skipped',
    'unknown',
  ]),
  /** One sentence. */
  text: z.string(),
  /** What to do about a failure, or about not knowing. */
  fix: z.string().optional(),
  /** When it ended; ISO 8601. */
  at: z.string().optional(),
  consoleUrl: z
    .string()
    .regex(/^https?:\/\//)
    .optional(),
});

const createdSchema = z.object({
  environment: z.string(),
  type: z.string(),
  name: z.string(),
  /** Its entity, when the catalog has it and the caller may see it. */
  entityRef: z.string().optional(),
});

/** Schema of {@link LinkedChange}. @public */
export const linkedChangeSchema = z.object({
  number: z.number(),
  title: z.string(),
  state: z.enum(['open', 'merged', 'closed']),
});

/** Answer of `GET /v1/pull-requests/:number/follow`. @public */
export const changeFollowSchema = z.object({
  number: z.number(),
  rollouts: list(rolloutSchema),
  /** Resources people look for that the apply made. */
  created: list(createdSchema),
  /** The change that it takes back. */
  reverts: linkedChangeSchema.optional(),
  /** The change that takes it back. */
  revertedBy: linkedChangeSchema.optional(),
  viewer: z.object({
    canRetry: z.boolean(),
    whyNotRetry: z.string().optional(),
    canRevert: z.boolean(),
    whyNotRevert: z.string().optional(),
  }),
  /** Parts that could not be read. */
  sources: list(sourceSummarySchema),
});

/** What became of a change. @public */
export type ChangeFollow = Readonly<z.infer<typeof changeFollowSchema>>;
/** How a change comes to run somewhere. @public */
export type ChangeRollout = ChangeFollow['rollouts'][number];
/** @public */
export type CreatedThing = ChangeFollow['created'][number];
/** @public */
export type LinkedChange = Readonly<z.infer<typeof linkedChangeSchema>>;
