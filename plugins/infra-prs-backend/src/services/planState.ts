import {
  ChangePlan,
  PLAN_CHECK_NAME,
  ChangedFile,
} from '@slipway/plugin-infra-prs-common';
import { CheckFacts } from './changeFacts';
import { planDigest } from './planDigest';
import { readPlanText } from './planReports';

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

/** Terraform's own files, wherever they are. */
const TERRAFORM = /^terraform\/|\.(tf|tfvars)(\.json)?$|\.hcl$/;

/** The newest check of each app and name: a re-run replaces what was there before it, another app does not. */
export function latestChecks(checks: readonly CheckFacts[]): CheckFacts[] {
  const byName = new Map<string, CheckFacts>();
  for (const check of checks) {
    const key = `${check.app} ${check.name}`;
    const seen = byName.get(key);
    if (!seen || check.id > seen.id) byName.set(key, check);
  }
  return [...byName.values()];
}

const missing = (message: string): PlanState => ({
  problem: { code: 'plan_missing', message },
});

/** What is known when there is a plan. */
export function stateOfPlan(plan: ChangePlan, completedAt?: string): PlanState {
  const failed = plan.roots.find(root => root.error);
  return {
    plan,
    digest: plan.digest,
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

function touchesTerraform(
  files: readonly ChangedFile[],
  folders: readonly string[],
): boolean {
  return files
    .flatMap(({ path, previousPath }) => [path, previousPath ?? path])
    .some(
      path =>
        TERRAFORM.test(path) ||
        folders.some(folder => path.startsWith(`${folder}/`)),
    );
}

/** Finds the plan of a head commit among its checks; `folders` hold the Terraform of the environments. */
export function readPlanState(
  headSha: string,
  checks: readonly CheckFacts[],
  files: readonly ChangedFile[],
  folders: readonly string[] = [],
): PlanState {
  const [check, ...others] = latestChecks(checks).filter(
    ({ name }) => name === PLAN_CHECK_NAME,
  );
  if (others.length > 0) {
    const apps = [check, ...others].map(({ app }) => app ?? 'unknown');
    return missing(
      `Both ${apps.join(
        ' and ',
      )} report a plan; set slipway.infraPrs.runnerApp to the one that is right`,
    );
  }
  const terraform = touchesTerraform(files, folders);
  if (!check) {
    return terraform
      ? missing('The Terraform plan has not started yet')
      : { digest: planDigest([]) };
  }
  if (check.status !== 'completed') {
    return missing('The Terraform plan is still running');
  }
  const report = readPlanText(check.text ?? '');
  if (report && report.headSha === headSha) {
    return stateOfPlan(report.plan, check.completedAt);
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
