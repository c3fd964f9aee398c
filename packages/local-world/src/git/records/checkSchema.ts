import { z } from 'zod';

/** https://docs.github.com/en/rest/checks/runs#list-check-run-annotations */
export const annotationSchema = z.object({
  path: z.string(),
  start_line: z.number().int(),
  end_line: z.number().int(),
  annotation_level: z.enum(['notice', 'warning', 'failure']),
  message: z.string(),
  title: z.string().optional(),
});

/** A check run as it is kept; https://docs.github.com/en/rest/checks/runs */
export const checkRunSchema = z.object({
  id: z.number(),
  name: z.string(),
  headSha: z.string(),
  status: z.enum(['queued', 'in_progress', 'completed']),
  conclusion: z
    .enum([
      'success',
      'failure',
      'neutral',
      'cancelled',
      'skipped',
      'timed_out',
      'action_required',
      'stale',
    ])
    .optional(),
  startedAt: z.number(),
  completedAt: z.number().optional(),
  externalId: z.string().optional(),
  detailsUrl: z.string().optional(),
  output: z
    .object({
      title: z.string(),
      summary: z.string(),
      text: z.string().optional(),
      /** GitHub takes 50 in one request. */
      annotations: z.array(annotationSchema).max(50).optional(),
    })
    .optional(),
});

/** A commit status as it is kept; https://docs.github.com/en/rest/commits/statuses */
export const statusSchema = z.object({
  id: z.number(),
  sha: z.string(),
  state: z.enum(['error', 'failure', 'pending', 'success']),
  context: z.string(),
  description: z.string().optional(),
  targetUrl: z.string().optional(),
  creator: z.string(),
  createdAt: z.number(),
});

export type CheckRun = z.infer<typeof checkRunSchema>;
export type CommitStatus = z.infer<typeof statusSchema>;
