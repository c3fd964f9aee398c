import {
  ChangePlan,
  PLAN_CHECK_NAME,
  PlanReport,
  ChangedFile,
  parsePlanReport,
  planTotals,
} from '@slipway/plugin-infra-prs-common';
import { CheckFacts } from './changeFacts';
import { planDigest } from './planDigest';

/** What is known of the plan of a head commit. */
export interface PlanState {
  readonly plan?: ChangePlan;
  /** What approvals are bound to; undefined while a plan that is needed is not there. */
  readonly digest?: string;
  /** When the plan check finished; reviews made on the host before that have not seen it. */
  readonly completedAt?: string;
  /** Why there is no usable plan, in words. */
  readonly problem?: { code: 'plan_missing' | 'plan_failed'; message: string };
}

/** The newest check of each name: a re-run replaces what was there before it. */
export function latestChecks(checks: readonly CheckFacts[]): CheckFacts[] {
  const byName = new Map<string, CheckFacts>();
  for (const check of checks) {
    const seen = byName.get(check.name);
    if (!seen || check.id > seen.id) byName.set(check.name, check);
  }
  return [...byName.values()];
}

function readReport(check: CheckFacts): PlanReport | undefined {
  try {
    return parsePlanReport(check.text ?? '');
  } catch {
    return undefined;
  }
}

const missing = (message: string): PlanState => ({
  problem: { code: 'plan_missing', message },
});

function fromReport(report: PlanReport, completedAt?: string): PlanState {
  const digest = planDigest(report.roots);
  const failed = report.roots.find(root => root.error);
  const { runner, roots } = report;
  return {
    plan: { digest, runner, roots, totals: planTotals(roots) },
    digest,
    completedAt,
    problem: failed && {
      code: 'plan_failed',
      message: `${failed.path} could not be planned: ${failed.error?.slice(
        0,
        300,
      )}`,
    },
  };
}

/** Finds the plan of a head commit among its checks. */
export function readPlanState(
  headSha: string,
  checks: readonly CheckFacts[],
  files: readonly ChangedFile[],
): PlanState {
  const check = latestChecks(checks).find(c => c.name === PLAN_CHECK_NAME);
  const terraform = files.some(file =>
    [file.path, file.previousPath].some(path => path?.startsWith('terraform/')),
  );
  if (!check) {
    return terraform
      ? missing('The Terraform plan has not started yet')
      : { digest: planDigest([]) };
  }
  if (check.status !== 'completed') {
    return missing('The Terraform plan is still running');
  }
  const report = readReport(check);
  if (report && report.headSha === headSha) {
    return fromReport(report, check.completedAt);
  }
  if (!terraform && check.conclusion !== 'failure') {
    return { digest: planDigest([]), completedAt: check.completedAt };
  }
  return missing(
    report
      ? 'The Terraform plan is of an older commit'
      : 'The Terraform plan cannot be read from its check',
  );
}
