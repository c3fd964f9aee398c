import { z } from 'zod';

const side = z.object({ ref: z.string(), sha: z.string() });

/** Something that happened to a pull request, as its timeline tells it. */
const happeningSchema = z.object({
  id: z.number(),
  /** Name of its type in GraphQL. */
  type: z.enum([
    'ClosedEvent',
    'ReopenedEvent',
    'ReadyForReviewEvent',
    'ConvertToDraftEvent',
    'HeadRefForcePushedEvent',
    'BaseRefChangedEvent',
    'ReviewDismissedEvent',
    'AutoMergeEnabledEvent',
    'AutoMergeDisabledEvent',
    'AddedToMergeQueueEvent',
    'RemovedFromMergeQueueEvent',
  ]),
  at: z.number(),
  login: z.string().optional(),
  /** The commit or the branch before, and after. */
  from: z.string().optional(),
  to: z.string().optional(),
  /** Who wrote the review that was dismissed, and what it was. */
  review: z.object({ login: z.string(), state: z.string() }).optional(),
  message: z.string().optional(),
});

/** A pull request as it is kept; times are milliseconds since the epoch. */
export const pullSchema = z.object({
  number: z.number(),
  id: z.number(),
  title: z.string(),
  body: z.string().optional(),
  state: z.enum(['open', 'closed']),
  draft: z.boolean(),
  author: z.string(),
  /** The branch asked to be merged, in the same repository, and the commit it was at last. */
  head: side,
  /** The branch to merge into; the commit is kept up to date until the pull request is closed. */
  base: side,
  createdAt: z.number(),
  updatedAt: z.number(),
  closedAt: z.number().optional(),
  mergedAt: z.number().optional(),
  mergedBy: z.string().optional(),
  mergeCommitSha: z.string().optional(),
  /** Who wants it merged as soon as it can be, and how. */
  autoMerge: z
    .object({
      login: z.string(),
      method: z.enum(['merge', 'squash', 'rebase']),
      title: z.string().optional(),
      message: z.string().optional(),
    })
    .optional(),
  /** Its place in the merge queue of its base; void once the head is another. */
  queued: z
    .object({ login: z.string(), sha: z.string(), at: z.number() })
    .optional(),
  /** Oldest first. */
  happenings: z.array(happeningSchema).optional(),
  requestedReviewers: z.array(z.string()),
  requestedTeams: z.array(z.string()),
  assignees: z.array(z.string()),
  labels: z.array(z.string()),
});

export const reviewSchema = z.object({
  id: z.number(),
  pull: z.number(),
  user: z.string(),
  state: z.enum([
    'APPROVED',
    'CHANGES_REQUESTED',
    'COMMENTED',
    'DISMISSED',
    'PENDING',
  ]),
  body: z.string(),
  commitId: z.string(),
  submittedAt: z.number().optional(),
});

/** A comment on a line of a pull request (`file` set), or on the issue beside it. */
export const commentSchema = z.object({
  id: z.number(),
  pull: z.number(),
  user: z.string(),
  body: z.string(),
  createdAt: z.number(),
  updatedAt: z.number(),
  file: z.string().optional(),
  commitId: z.string().optional(),
  line: z.number().optional(),
  side: z.string().optional(),
  inReplyTo: z.number().optional(),
  review: z.number().optional(),
  /** Who settled the thread that this comment begins. */
  resolvedBy: z.string().optional(),
});

export type Happening = z.infer<typeof happeningSchema>;
export type Pull = z.infer<typeof pullSchema>;
export type Review = z.infer<typeof reviewSchema>;
export type Comment = z.infer<typeof commentSchema>;
