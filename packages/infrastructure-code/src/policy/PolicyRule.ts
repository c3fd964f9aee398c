import { z } from 'zod';

const severitySchema = z.enum(['error', 'warning', 'info']);

/** One rule of the policy, as data. */
export const policyRuleSchema = z
  .strictObject({
    id: z.string().regex(/^[a-z][a-z0-9-]+$/),
    /** What holds when the rule is kept: `Queues are encrypted`. */
    title: z.string().min(1),
    severity: severitySchema,
    target: z.strictObject({
      /** Resource types of Terraform. */
      resource: z.array(z.string()).min(1).optional(),
      /** Kinds of Kubernetes. */
      kind: z.array(z.string()).min(1).optional(),
      /** Pattern of file paths whose lines are searched. */
      lines: z.string().optional(),
    }),
    /** CEL over `r`, `resource`, `resources`, `pod` and `environment`: true is a finding. */
    deny: z.string().optional(),
    /** For lines: a regular expression whose match is a finding. */
    pattern: z.string().optional(),
    /** Matches that are none: placeholders and references. */
    except: z.string().optional(),
    /** Attribute whose line is shown. */
    attribute: z.string().optional(),
    message: z.string().min(1),
    reason: z.string().min(1),
    fix: z.string().min(1),
  })
  .refine(
    ({ target, deny, pattern }) =>
      target.lines === undefined
        ? deny !== undefined && pattern === undefined
        : pattern !== undefined && deny === undefined,
    'a rule has deny, or for lines a pattern',
  );

export type PolicyRule = Readonly<z.infer<typeof policyRuleSchema>>;

/** What rules look at: a resource of Terraform or an object of Kubernetes. */
export interface PolicySubject {
  /** `module.queue.aws_sqs_queue.this` or `Deployment/orders`. */
  readonly address: string;
  /** Resource type or kind. */
  readonly type: string;
  /** Everything up to the last module in the address; rules find siblings by it. */
  readonly module: string;
  readonly values: Readonly<Record<string, unknown>>;
  /** Of what runs containers: its pod's spec. */
  readonly pod?: Readonly<Record<string, unknown>>;
}

/** What rules may know of where it runs. */
export interface PolicyEnvironment {
  readonly name: string;
  /** Databases of it must not be deletable by mistake. */
  readonly protected: boolean;
}

/** A rule that is broken. */
export interface Violation {
  readonly rule: PolicyRule;
  readonly subject: PolicySubject;
}

/** A rule that could not be decided, as what it asks for is not known. */
export interface Undecided extends Violation {
  readonly why: string;
}
