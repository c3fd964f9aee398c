import { CostDelta, costDelta } from '../cost/costDelta';
import { readPriceTable } from '../cost/PriceTable';
import { PricedResource } from '../cost/Pricing';
import { PolicyEngine } from '../policy/PolicyEngine';
import { PolicyEnvironment, PolicyRule, Violation } from '../policy/PolicyRule';
import { readPolicyRules } from '../policy/readPolicyRules';

/** A rule of the policy that a change breaks and that was kept, or had nothing to keep, before. */
export interface PolicyFinding {
  /** `policy:<id>` */
  readonly rule: string;
  readonly severity: 'high' | 'medium' | 'low';
  readonly address: string;
  readonly path?: string;
  readonly message: string;
  readonly why: string;
  readonly fix: string;
}

/** What policy and price table say of a change of one root. */
export interface Assessment {
  readonly findings: PolicyFinding[];
  readonly cost: CostDelta;
}

/** Resources of a root before and after a change; values as {@link toPolicyValues} makes them. */
export type Assessor = (
  before: readonly PricedResource[],
  after: readonly PricedResource[],
) => Assessment;

const SEVERITIES: Readonly<
  Record<PolicyRule['severity'], PolicyFinding['severity']>
> = { error: 'high', warning: 'medium', info: 'low' };

/** Reads the policy and the price table of the platform for changes in one environment. */
export async function createAssessor(
  environment: PolicyEnvironment & { readonly region: string },
): Promise<Assessor> {
  const [rules, table] = await Promise.all([
    readPolicyRules(),
    readPriceTable(),
  ]);
  const engine = PolicyEngine.create(rules);
  return (before, after) => ({
    findings: newViolations(engine, environment, before, after).map(toFinding),
    cost: costDelta(before, after, environment.region, table),
  });
}

function newViolations(
  engine: PolicyEngine,
  environment: PolicyEnvironment,
  before: readonly PricedResource[],
  after: readonly PricedResource[],
): Violation[] {
  const keyOf = ({ rule, subject }: Violation) =>
    `${rule.id} ${subject.address}`;
  const broken = engine.evaluate(before, environment);
  // What could not be decided before may have been broken then.
  const known = new Set([...broken.violations, ...broken.undecided].map(keyOf));
  return engine
    .evaluate(after, environment)
    .violations.filter(violation => !known.has(keyOf(violation)));
}

function toFinding({ rule, subject }: Violation): PolicyFinding {
  return {
    rule: `policy:${rule.id}`,
    severity: SEVERITIES[rule.severity],
    address: subject.address,
    ...(rule.attribute !== undefined && { path: rule.attribute }),
    message: rule.message,
    why: rule.reason,
    fix: rule.fix,
  };
}
