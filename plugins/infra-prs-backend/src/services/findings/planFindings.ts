import {
  ChangeFinding,
  PlanRisk,
  PlanRoot,
  rootRisks,
} from '@slipway/plugin-infra-prs-common';

/** Rules of the templates' policy are named so among the risks of a plan. */
const POLICY = 'policy:';

/** What is known of a root beside what its plan does: broken rules of the platform, and what scanners found. */
export function planFindings(root: PlanRoot): ChangeFinding[] {
  const { environment } = root;
  const policy = rootRisks(root)
    .filter(({ rule }) => rule.startsWith(POLICY))
    .map(risk => toFinding(risk, environment));
  const found = (root.findings ?? []).map(finding => ({
    ...finding,
    environment,
  }));
  return [...policy, ...found];
}

function toFinding(
  { rule, severity, address, message, why, fix }: PlanRisk,
  environment: string,
): ChangeFinding {
  return {
    tool: 'Slipway',
    rule: rule.slice(POLICY.length),
    severity,
    message: address === undefined ? message : `${address}: ${message}`,
    help: fix === undefined ? why : `${why} ${fix}`,
    // A plan names only rules that it newly breaks.
    isNew: true,
    environment,
  };
}
