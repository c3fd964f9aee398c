import { z } from 'zod';
import { checkRunSchema, statusSchema } from './checkSchema';
import { protectionSchema } from './protectionSchema';
import { rulesetSchema } from './ruleSchema';
import { commentSchema, pullSchema, reviewSchema } from './pullSchema';

export const hookSchema = z.object({
  id: z.number(),
  active: z.boolean(),
  events: z.array(z.string()),
  url: z.string(),
  secret: z.string().optional(),
  contentType: z.enum(['json', 'form']),
  createdAt: z.number(),
});

export type Hook = z.infer<typeof hookSchema>;

/** All that the host keeps of a repository beside its Git objects. */
export const repositorySchema = z.object({
  id: z.number(),
  owner: z.string(),
  name: z.string(),
  description: z.string().optional(),
  homepage: z.string().optional(),
  private: z.boolean(),
  createdAt: z.number(),
  pushedAt: z.number(),
  defaultBranch: z.string(),
  topics: z.array(z.string()),
  deleteBranchOnMerge: z.boolean(),
  /** Accounts that may read only, whatever the organization grants. */
  readers: z.array(z.string()),
  collaborators: z.record(z.string(), z.string()),
  /** Last number of a pull request or issue. */
  lastNumber: z.number(),
  /** Last id of anything else. */
  lastId: z.number(),
  protections: z.record(z.string(), protectionSchema),
  rulesets: z.array(rulesetSchema).default([]),
  allowAutoMerge: z.boolean().default(false),
  pulls: z.array(pullSchema),
  reviews: z.array(reviewSchema),
  reviewComments: z.array(commentSchema),
  issueComments: z.array(commentSchema),
  checkRuns: z.array(checkRunSchema),
  statuses: z.array(statusSchema),
  hooks: z.array(hookSchema),
});

export type RepositoryRecord = z.infer<typeof repositorySchema>;
