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
  /** What one must know of the findings, in words. */
  readonly notes: string[];
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
  return (before, after) => {
    const judged = judgedOf(before, after);
    return {
      findings: newViolations(engine, environment, before, after, judged).map(
        toFinding,
      ),
      cost: costDelta(before, after, environment.region, table),
      notes:
        judged.size < after.length
          ? [
              `The policy was applied to ${judged.size} of ${after.length} resources: there are too many`,
            ]
          : [],
    };
  };
}

/** Rules look for siblings, so the work grows with the square of the resources; this many pairs take a second or two. */
const MAX_PAIRS = 400_000;

/** Addresses of the resources that rules are applied to: all, or when these are too many the first that change. */
function judgedOf(
  before: readonly PricedResource[],
  after: readonly PricedResource[],
): ReadonlySet<string> {
  const addresses = after.map(({ address }) => address);
  const most = Math.floor(MAX_PAIRS / Math.max(after.length, 1));
  if (after.length <= most) return new Set(addresses);
  const known = new Map(
    before.map(({ address, values }) => [address, JSON.stringify(values)]),
  );
  const changed = after.filter(
    ({ address, values }) => known.get(address) !== JSON.stringify(values),
  );
  return new Set(changed.slice(0, most).map(({ address }) => address));
}

function newViolations(
  engine: PolicyEngine,
  environment: PolicyEnvironment,
  before: readonly PricedResource[],
  after: readonly PricedResource[],
  judged: ReadonlySet<string>,
): Violation[] {
  const only = (resources: readonly PricedResource[]) =>
    new Set(resources.filter(({ address }) => judged.has(address)));
  const keyOf = ({ rule, subject }: Violation) =>
    `${rule.id} ${subject.address}`;
  const broken = engine.evaluate(before, environment, only(before));
  // What could not be decided before may have been broken then.
  const known = new Set([...broken.violations, ...broken.undecided].map(keyOf));
  return engine
    .evaluate(after, environment, only(after))
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
