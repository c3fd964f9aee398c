import { z } from 'zod';

/** What Terraform will do to one resource; names as in `terraform show -json`, see
 * https://developer.hashicorp.com/terraform/internals/json-format#change-representation
 * @public
 */
export const planActionSchema = z.enum([
  'create',
  'update',
  'replace',
  'delete',
  'read',
  'no-op',
]);

const attributeChangeSchema = z.object({
  /** Attribute path, for example `redrive_policy` or `tags.owner`. */
  path: z.string(),
  /** Value before and after as text; undefined when absent. Sensitive values never appear. */
  before: z.string().optional(),
  after: z.string().optional(),
  sensitive: z.boolean().optional(),
  /** Known only after apply. */
  unknown: z.boolean().optional(),
});

const resourceChangeSchema = z.object({
  /** `module.orders.aws_sqs_queue.this` */
  address: z.string(),
  /** `aws_sqs_queue` */
  type: z.string(),
  action: planActionSchema,
  attributes: z.array(attributeChangeSchema).default([]),
});

const rootSchema = z.object({
  /** Folder in the infrastructure repository, for example `terraform/live/dev/services/order-mailer`. */
  path: z.string(),
  environment: z.string(),
  /** Set when the root could not be planned; `changes` is then empty. */
  error: z.string().optional(),
  changes: z.array(resourceChangeSchema),
});

/**
 * The plan of a pull request as a runner reports it: in the text of the check run {@link PLAN_CHECK_NAME},
 * inside a fenced block (see {@link formatPlanReport}). It is bound to one head commit.
 * @public
 */
export const planReportSchema = z.object({
  version: z.literal(1),
  /** `terraform` for a real plan, `static` when read from the HCL alone. */
  runner: z.enum(['terraform', 'static']),
  headSha: z.string().regex(/^[0-9a-f]{40}$/),
  roots: z.array(rootSchema),
});

/** @public */
export type PlanAction = z.infer<typeof planActionSchema>;
/** @public */
export type PlanResourceChange = z.infer<typeof resourceChangeSchema>;
/** @public */
export type PlanRoot = z.infer<typeof rootSchema>;
/** @public */
export type PlanReport = z.infer<typeof planReportSchema>;

/** Name of the check run that carries the plan. @public */
export const PLAN_CHECK_NAME = 'slipway/plan';
/** Name of the check run, on the merge commit, that says how the apply went. @public */
export const APPLY_CHECK_NAME = 'slipway/apply';

const FENCE = '```json slipway-plan';

/** Writes a plan report as check-run text. @public */
export function formatPlanReport(report: PlanReport): string {
  return `${FENCE}\n${JSON.stringify(report)}\n\`\`\`\n`;
}

/**
 * Reads a plan report out of check-run text.
 *
 * @returns undefined when the text holds no plan block.
 * @throws Error when the block is there but is cut or malformed.
 * @public
 */
export function parsePlanReport(text: string): PlanReport | undefined {
  const start = text.indexOf(`${FENCE}\n`);
  if (start < 0) return undefined;
  const from = start + FENCE.length + 1;
  const end = text.indexOf('\n```', from);
  if (end < 0) throw new Error('The plan in the check run is cut off');
  return planReportSchema.parse(JSON.parse(text.slice(from, end)));
}
