import {
  ChangeBlocker,
  isAtLeast,
  PlanRisk,
  RiskSeverity,
  rootRisks,
} from '@slipway/plugin-infra-prs-common';
import { PlanState } from './planState';

/** Who can change what a change does. */
export const AUTHOR = 'Whoever asked for the change';

/** What of the plan keeps a change from being merged: that it is not there, failed, or is too risky. */
export function planBlockers(
  plan: PlanState,
  blockingSeverity: RiskSeverity | undefined,
): ChangeBlocker[] {
  return [...problemBlockers(plan), ...riskBlockers(plan, blockingSeverity)];
}

function problemBlockers(plan: PlanState): ChangeBlocker[] {
  if (!plan.problem) return [];
  const { code, message } = plan.problem;
  const who =
    code === 'plan_failed'
      ? `${AUTHOR} pushes a fix`
      : 'The runner; ask the platform team if it takes longer than a few minutes';
  return [{ code, message, who }];
}

function riskBlockers(
  { plan }: PlanState,
  least: RiskSeverity | undefined,
): ChangeBlocker[] {
  if (!least) return [];
  const risks = (plan?.roots ?? [])
    .flatMap(rootRisks)
    .filter(({ severity }) => isAtLeast(severity, least));
  if (risks.length === 0) return [];
  const [first, ...others] = risks;
  const more = others.length > 0 ? `, and ${others.length} more like it` : '';
  return [
    {
      code: 'plan_risk',
      message: `The plan is too risky: ${sentence(first)}${more}`,
      who: `${AUTHOR} pushes a fix; the platform team sets slipway.infraPrs.blockingSeverity`,
    },
  ];
}

function sentence({ address, message }: PlanRisk): string {
  return address === undefined ? message : `${address}: ${message}`;
}
