import { z } from 'zod';
import { findingSchema } from '../findings/finding';
import { costDeltaSchema } from './costDelta';
import { planRiskSchema } from './planRiskSchema';
import { text } from './reportText';

/** What Terraform will do to one resource; names as in `terraform show -json`, see
 * https://developer.hashicorp.com/terraform/internals/json-format#change-representation
 * `forget` leaves the resource where it is and no longer manages it.
 * @public
 */
export const planActionSchema = z.enum([
  'create',
  'update',
  'replace',
  'delete',
  'forget',
  'read',
  'no-op',
]);

export const attributeChangeSchema = z.object({
  /** Attribute path, for example `redrive_policy.maxReceiveCount` or `tags.owner`. */
  path: text,
  /** Value before and after as text; undefined when absent. Sensitive values never appear. */
  before: text.optional(),
  after: text.optional(),
  sensitive: z.boolean().optional(),
  /** Known only after apply. */
  unknown: z.boolean().optional(),
  /** It makes Terraform replace the resource. */
  replaces: z.boolean().optional(),
});

const resourceChangeSchema = z.object({
  /** `module.orders.aws_sqs_queue.this` */
  address: text,
  /** `aws_sqs_queue` */
  type: text,
  action: planActionSchema,
  /** Address it had before: it is moved, whatever else happens to it. */
  previousAddress: text.optional(),
  /** Id of what is there and comes under Terraform's care; empty while it is not known. */
  importId: text.optional(),
  /** Why, in words: `It is tainted`. */
  reason: text.optional(),
  attributes: z.array(attributeChangeSchema).default([]),
  /** How many differences more there are. */
  omittedAttributes: z.int().positive().optional(),
});

const amount = z.int().min(0);
/** Changes that are not listed, by what they do. */
const omittedSchema = z.object({
  create: amount.default(0),
  update: amount.default(0),
  replace: amount.default(0),
  delete: amount.default(0),
  other: amount.default(0),
});

const rootSchema = z.object({
  /** Folder in the infrastructure repository, for example `terraform/live/dev/services/order-mailer`. */
  path: text,
  environment: text,
  /** Set when the root could not be planned. */
  error: text.optional(),
  changes: z.array(resourceChangeSchema),
  /** What was changed outside of Terraform since its last apply; no part of `changes`. */
  drift: z.array(resourceChangeSchema).optional(),
  /** Worst first. Undefined when nobody looked for any. */
  risks: z.array(planRiskSchema).optional(),
  cost: costDeltaSchema.optional(),
  /** What scanners found in its files, worst first; absent when none was asked. */
  findings: z.array(findingSchema).optional(),
  omittedFindings: z.int().positive().optional(),
  /** What one must know of this plan, in words. */
  notes: z.array(text).optional(),
  /** Set when the report had to be made shorter. */
  omitted: omittedSchema.optional(),
  omittedDrift: z.int().positive().optional(),
  /** `sha256:<hex>` over all that was left out, so that two plans which differ only there are two. */
  omittedDigest: text.optional(),
});

/**
 * The plan of a pull request as a runner reports it: in the text of the check run {@link PLAN_CHECK_NAME},
 * inside a fenced block (see {@link formatPlanReport}). It is bound to one head commit.
 * @public
 */
export const planReportSchema = z.object({
  version: z.literal(1),
  /** `terraform` for a real plan, `static` when read from the HCL alone, `comment` from what a bot wrote of a plan. */
  runner: z.enum(['terraform', 'static', 'comment']),
  headSha: z.string().regex(/^[0-9a-f]{40}$/),
  roots: z.array(rootSchema),
});

/** @public */
export type PlanAction = z.infer<typeof planActionSchema>;
/** @public */
export type AttributeChange = z.infer<typeof attributeChangeSchema>;
/** @public */
export type PlanResourceChange = z.infer<typeof resourceChangeSchema>;
/** @public */
export type OmittedChanges = z.infer<typeof omittedSchema>;
/** @public */
export type PlanRoot = z.infer<typeof rootSchema>;
/** @public */
export type PlanReport = z.infer<typeof planReportSchema>;

/** Name of the check run that carries the plan. @public */
export const PLAN_CHECK_NAME = 'slipway/plan';
/** Name of the check run, on the merge commit, that says how the apply went. @public */
export const APPLY_CHECK_NAME = 'slipway/apply';
