import { z } from 'zod';
import { PlanReadError } from './PlanReadError';

/** Larger files are refused; 2,000 resources take some 20 MB. */
const MAX_CHARACTERS = 100 * 1024 * 1024;
const MEGABYTE = 1024 * 1024;

const changeSchema = z.object({
  actions: z.array(z.string()),
  before: z.unknown().optional(),
  after: z.unknown().optional(),
  after_unknown: z.unknown().optional(),
  before_sensitive: z.unknown().optional(),
  after_sensitive: z.unknown().optional(),
  replace_paths: z.array(z.array(z.union([z.string(), z.number()]))).optional(),
  importing: z.object({ id: z.string().optional() }).nullish(),
});

const resourceSchema = z.object({
  address: z.string(),
  previous_address: z.string().optional(),
  module_address: z.string().optional(),
  mode: z.string().default('managed'),
  type: z.string(),
  name: z.string().default(''),
  deposed: z.string().optional(),
  action_reason: z.string().optional(),
  change: changeSchema,
});

/** Elements that newer versions of Terraform add are ignored, as its documentation asks for. */
const planSchema = z.object({
  format_version: z.string(),
  terraform_version: z.string().optional(),
  resource_changes: z.array(resourceSchema).nullish(),
  resource_drift: z.array(resourceSchema).nullish(),
  deferred_changes: z.array(z.unknown()).nullish(),
  configuration: z.unknown().optional(),
  /** Since 1.3: the plan stopped with errors, so it is not whole. */
  errored: z.boolean().optional(),
});

/** What tells a plan from other JSON. */
const headSchema = z.object({
  format_version: z.string().optional(),
  values: z.unknown().optional(),
  planned_values: z.unknown().optional(),
});

/** A resource as the plan tells it; values are as they were read, so sensitive ones are in there. @public */
export type TerraformResource = z.infer<typeof resourceSchema>;
/** `terraform show -json` of a plan, checked for its shape. @public */
export type TerraformPlan = z.infer<typeof planSchema>;

/**
 * Reads the text of `terraform show -json <plan>`, format 1.x:
 * https://developer.hashicorp.com/terraform/internals/json-format
 *
 * @throws PlanReadError that says what the text is instead, and what would do.
 * @public
 */
export function parseTerraformPlan(text: string): TerraformPlan {
  if (text.length > MAX_CHARACTERS) {
    const size = Math.ceil(text.length / MEGABYTE);
    throw new PlanReadError(
      'too_large',
      `The plan is ${size} MB; plans of up to ${
        MAX_CHARACTERS / MEGABYTE
      } MB are read. Split the root into smaller ones`,
    );
  }
  // Terraform on Windows writes a mark of the byte order when PowerShell redirects it.
  return readTerraformPlan(parseJson(text.replace(/^\ufeff/, '')));
}

/**
 * Checks JSON of a plan for its shape.
 *
 * @throws PlanReadError
 * @public
 */
export function readTerraformPlan(json: unknown): TerraformPlan {
  const { success, data: head } = headSchema.safeParse(json);
  if (!success || head.format_version === undefined) {
    throw notAPlan(whatElse(json));
  }
  if (!/^1\.\d+$/.test(head.format_version)) {
    throw new PlanReadError(
      'unsupported_version',
      `The plan has format ${head.format_version.slice(
        0,
        20,
      )}; 1.x is read, which Terraform 1.0 and later write`,
    );
  }
  if (head.values !== undefined && head.planned_values === undefined) {
    throw notAPlan('this is the state');
  }
  const plan = planSchema.safeParse(json);
  if (plan.success) return plan.data;
  const [{ path, message }] = plan.error.issues;
  const where = path.slice(0, 8).join('.').slice(0, 200);
  throw new PlanReadError(
    'unexpected_shape',
    `The plan is not as Terraform writes it, at ${where}: ${message}`,
  );
}

/** What people hand over in the place of a plan. */
const OTHERS: readonly (readonly [z.ZodType, string])[] = [
  [
    z.object({ lineage: z.string(), serial: z.number() }),
    'this is a state file of Terraform',
  ],
  [
    z.object({ '@level': z.string() }),
    'this is a log that Terraform writes with -json',
  ],
  [
    z.object({ runs: z.unknown(), version: z.literal('2.1.0') }),
    'this is SARIF, which --sarif takes',
  ],
];

function whatElse(json: unknown): string {
  const [, what = 'this JSON is something else'] =
    OTHERS.find(([schema]) => schema.safeParse(json).success) ?? [];
  return what;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw whyNotJson(text.trim());
  }
}

function whyNotJson(text: string): PlanReadError {
  if (text === '') return new PlanReadError('not_json', 'The plan is empty');
  if (/^\{"@level"/.test(text)) {
    return notAPlan('this is a log that Terraform writes with -json');
  }
  // It is a zip.
  if (text.startsWith('PK\u0003\u0004')) {
    return notAPlan('this is the plan as terraform plan -out writes it');
  }
  if (/^\{/.test(text) && !text.endsWith('}')) {
    return new PlanReadError(
      'not_json',
      'The plan is cut off: its JSON does not end',
    );
  }
  return new PlanReadError('not_json', 'The plan is not JSON');
}

function notAPlan(what: string): PlanReadError {
  return new PlanReadError(
    'not_a_plan',
    `A plan is wanted, and ${what}. Write one with: terraform plan -out plan.bin && terraform show -json plan.bin > plan.json`,
  );
}
