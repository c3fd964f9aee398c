import { createHash } from 'node:crypto';
import { createAssessor } from '@slipway/infrastructure-code';
import {
  failedRoot,
  fitPlanReport,
  planCountsText,
  PlanReport,
  PlanRoot,
  planSummary,
  toPlanRoot,
} from '@slipway/plugin-infra-prs-common';
import { z } from 'zod';
import { diffPlan } from '../plan/diffPlan';
import { TerraformRoot } from '../plan/TerraformRoot';
import { Planner } from '../Planner';
import { formatDiagnostic } from '../static/ConfigurationError';
import { Files, terraformFiles } from '../static/loadModules';
import { CheckResult } from './CheckReporter';
import {
  AppliedResources,
  CheckedCommit,
  Examinations,
  nothing,
} from './terraformChecks';

/** `slipway/plan`: what merging would do, as text for people and as a report for the portal. */
export async function reportPlan(
  kind: Planner['kind'],
  { sha, files, roots }: CheckedCommit,
  examined: Examinations,
  applied: AppliedResources,
): Promise<CheckResult> {
  const planned = await Promise.all(
    roots.map(root => planRoot(root, files, examined, applied)),
  );
  const report: PlanReport = {
    version: 1,
    runner: kind,
    headSha: sha,
    roots: planned,
  };
  const failed = planned.filter(root => root.error !== undefined);
  return {
    conclusion: failed.length > 0 ? 'failure' : 'success',
    title:
      failed.length > 0
        ? `${failed.length} cannot be planned`
        : planCountsText(planned),
    summary: planned.length > 0 ? planSummary(planned) : nothing.summary,
    text: fitPlanReport(report, text =>
      createHash('sha256').update(text).digest('hex'),
    ),
  };
}

async function planRoot(
  { path, environment }: TerraformRoot,
  files: Files,
  examined: Examinations,
  applied: AppliedResources,
): Promise<PlanRoot> {
  const at = { path, environment: environment.name };
  const assess = await createAssessor({
    name: environment.name,
    region: environment.region,
    protected: isProtected(files, environment.infrastructurePath),
  });
  const found = examined.get(path);
  // A root that is gone wants nothing; one that is there but could not be looked at must not seem so.
  if (!found) {
    return terraformFiles(files, path).length > 0
      ? failedRoot(at, 'The root was not examined')
      : toPlanRoot(diffPlan([], applied(path)), at, assess);
  }
  if ('planned' in found) {
    const plan = found.plan ?? diffPlan(found.planned, applied(path));
    return toPlanRoot(plan, at, assess);
  }
  return failedRoot(at, found.problems.map(formatDiagnostic).join('\n'));
}

const factsSchema = z.object({ protected: z.boolean() });

/** Whether the facts of an environment say that its data must not be deletable by mistake. */
function isProtected(files: Files, folder: string): boolean {
  const facts = files.get(`${folder}/environment/facts.json`);
  try {
    return factsSchema.parse(JSON.parse(String(facts))).protected;
  } catch {
    return false;
  }
}
