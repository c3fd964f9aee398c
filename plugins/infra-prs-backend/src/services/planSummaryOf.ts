import {
  ChangePlan,
  ChangePlanSummary,
  compareRisks,
  PlanRisk,
  planTotals,
  RISK_SEVERITIES,
  rootRisks,
} from '@slipway/plugin-infra-prs-common';

/** Risks that are told with the summary; the plan has the others. */
const WORST = 6;

function countRisks(risks: readonly PlanRisk[]) {
  const count = (name: PlanRisk['severity']) =>
    risks.filter(({ severity }) => severity === name).length;
  const [critical, high, medium, low] = RISK_SEVERITIES.map(count);
  return { critical, high, medium, low };
}

const summaries = new WeakMap<ChangePlan, ChangePlanSummary>();

function summarize(plan: ChangePlan): ChangePlanSummary {
  const risks = plan.roots
    .flatMap(root =>
      rootRisks(root).map(risk => ({ ...risk, root: root.path })),
    )
    .sort(compareRisks);
  return {
    digest: plan.digest,
    runner: plan.runner,
    totals: plan.totals,
    roots: plan.roots.map(root => ({
      path: root.path,
      environment: root.environment,
      totals: planTotals([root]),
      failed: root.error !== undefined,
    })),
    risks: { counts: countRisks(risks), worst: risks.slice(0, WORST) },
  };
}

/** What a page needs of a plan with every look at the change. */
export function planSummaryOf(plan: ChangePlan): ChangePlanSummary {
  const known = summaries.get(plan) ?? summarize(plan);
  summaries.set(plan, known);
  return known;
}
