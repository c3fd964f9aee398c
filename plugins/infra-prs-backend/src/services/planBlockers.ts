import {
  ChangeBlocker,
  ChangedFile,
  isAtLeast,
  joinFindings,
  markNew,
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
  files: readonly ChangedFile[] = [],
): ChangeBlocker[] {
  return [
    ...problemBlockers(plan),
    ...riskBlockers(plan, blockingSeverity),
    ...findingBlockers(plan, blockingSeverity, files),
  ];
}

/** Only what the change brought: what was there before is nobody's fault now. What cannot be told counts as new. */
function findingBlockers(
  { plan }: PlanState,
  least: RiskSeverity | undefined,
  files: readonly ChangedFile[],
): ChangeBlocker[] {
  if (!least) return [];
  const all = (plan?.roots ?? []).flatMap(root => root.findings ?? []);
  const [first, ...others] = joinFindings(markNew(all, files)).filter(
    ({ severity, isNew }) => isNew !== false && isAtLeast(severity, least),
  );
  if (!first) return [];
  const { path, line, message } = first;
  const at = line === undefined ? '' : `:${line}`;
  const where = path === undefined ? '' : `${path}${at}: `;
  const more = others.length > 0 ? `, and ${others.length} more like it` : '';
  return [
    {
      code: 'plan_risk',
      message: `A scanner found what is too risky: ${where}${message}${more}`,
      who: `${AUTHOR} pushes a fix, or suppresses it where the scanner reads it; the platform team sets slipway.infraPrs.blockingSeverity`,
    },
  ];
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
