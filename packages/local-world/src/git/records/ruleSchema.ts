import { z } from 'zod';

const mergeQueueSchema = z.object({
  type: z.literal('merge_queue'),
  parameters: z.object({
    check_response_timeout_minutes: z.number().default(60),
    grouping_strategy: z.enum(['ALLGREEN', 'HEADGREEN']).default('ALLGREEN'),
    max_entries_to_build: z.number().default(5),
    max_entries_to_merge: z.number().default(5),
    merge_method: z.enum(['MERGE', 'SQUASH', 'REBASE']).default('MERGE'),
    min_entries_to_merge: z.number().default(1),
    min_entries_to_merge_wait_minutes: z.number().default(5),
  }),
});
const pullRequestSchema = z.object({
  type: z.literal('pull_request'),
  parameters: z.object({
    dismiss_stale_reviews_on_push: z.boolean(),
    require_code_owner_review: z.boolean(),
    require_last_push_approval: z.boolean(),
    required_approving_review_count: z.number().int().min(0).max(10),
    required_review_thread_resolution: z.boolean(),
  }),
});
const checksSchema = z.object({
  type: z.literal('required_status_checks'),
  parameters: z.object({
    strict_required_status_checks_policy: z.boolean(),
    required_status_checks: z.array(
      z.object({
        context: z.string(),
        integration_id: z.number().optional(),
      }),
    ),
  }),
});
/** Kept and shown; what they forbid cannot happen here. */
const plainSchema = z.object({
  type: z.enum([
    'deletion',
    'non_fast_forward',
    'required_linear_history',
    'required_signatures',
  ]),
});

/** A rule of a ruleset, as https://docs.github.com/en/rest/repos/rules tells them. */
export const ruleSchema = z.discriminatedUnion('type', [
  mergeQueueSchema,
  pullRequestSchema,
  checksSchema,
  plainSchema,
]);

/** Rules for some branches. */
export const rulesetSchema = z.object({
  id: z.number(),
  name: z.string(),
  enforcement: z.enum(['active', 'disabled', 'evaluate']),
  /** Names of branches. */
  branches: z.array(z.string()),
  rules: z.array(ruleSchema),
});

export type Rule = z.infer<typeof ruleSchema>;
export type Ruleset = z.infer<typeof rulesetSchema>;
