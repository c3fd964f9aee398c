import { PlanReport, PlanRoot } from '@slipway/plugin-infra-prs-common';
import { AppliedResource } from '../../world/types';
import { diffPlan } from '../plan/diffPlan';
import { fitReport } from '../plan/fitReport';
import { countsText, planSummary } from '../plan/planSummary';
import { TerraformRoot } from '../plan/TerraformRoot';
import { Examination, Planner } from '../Planner';
import { formatDiagnostic } from '../static/ConfigurationError';
import { Files, terraformFiles } from '../static/loadModules';
import { StaticPlanner } from '../static/StaticPlanner';
import { CheckResult } from './CheckReporter';

/** What the checks of one commit look at. */
export interface CheckedCommit {
  readonly sha: string;
  readonly files: Files;
  /** Names of files that differ from the base. */
  readonly changed: readonly string[];
  readonly roots: readonly TerraformRoot[];
  readonly signal: AbortSignal;
}

const nothing: CheckResult = {
  conclusion: 'success',
  title: 'Nothing to check',
  summary: 'No Terraform of a service is changed.',
};

/** `terraform fmt`: changed files are formatted. */
export async function checkFormat(
  planner: Planner,
  { files, changed, signal }: CheckedCommit,
): Promise<CheckResult> {
  const names = changed.filter(
    name => /\.(tf|tfvars)$/.test(name) && files.has(name),
  );
  if (names.length === 0) return nothing;
  const bad = await planner.unformatted(files, names, signal);
  if (bad.length === 0) {
    const title = `${names.length} ${
      names.length === 1 ? 'file' : 'files'
    } formatted`;
    return { conclusion: 'success', title, summary: `${title}.` };
  }
  return {
    conclusion: 'failure',
    title: `${bad.length} not formatted`,
    summary: `Run \`terraform fmt\` on:\n${bad
      .map(name => `- ${name}`)
      .join('\n')}`,
  };
}

/** What Terraform has applied of a root, by address. */
export type AppliedResources = (
  root: string,
) => ReadonlyMap<string, AppliedResource>;

/** What a planner says of each root that is still there, by path. */
export type Examinations = ReadonlyMap<string, Examination>;

/** Examines the roots one after the other. */
export async function examineRoots(
  planner: Planner,
  { files, roots, signal }: CheckedCommit,
  applied: AppliedResources,
): Promise<Examinations> {
  const reader = new StaticPlanner();
  const examined = new Map<string, Examination>();
  for (const { path } of roots) {
    signal.throwIfAborted();
    if (terraformFiles(files, path).length > 0) {
      const found = await planner.examine(files, path, signal);
      // What is applied was planned by reading; what a provider fills in besides would look like a change.
      const compared = 'planned' in found && applied(path).size > 0;
      examined.set(path, compared ? await reader.examine(files, path) : found);
    }
  }
  return examined;
}

/** `terraform validate`: each changed root is valid. */
export function reportValid(examined: Examinations): CheckResult {
  if (examined.size === 0) return nothing;
  const problems = [...examined.values()].flatMap(found =>
    'problems' in found ? found.problems.map(formatDiagnostic) : [],
  );
  if (problems.length === 0) {
    const list = [...examined.keys()].map(root => `- ${root}`).join('\n');
    const title = `${examined.size} valid`;
    return { conclusion: 'success', title, summary: `Valid:\n${list}` };
  }
  const lines = problems.map(line => `- ${line}`).join('\n');
  return {
    conclusion: 'failure',
    title: `${problems.length} ${problems.length === 1 ? 'error' : 'errors'}`,
    summary: lines.slice(0, 60_000),
  };
}

/** `slipway/plan`: what merging would do, as text for people and as a report for the portal. */
export function reportPlan(
  kind: Planner['kind'],
  { sha, files, roots }: CheckedCommit,
  examined: Examinations,
  applied: AppliedResources,
): CheckResult {
  const planned = roots.map(root => planRoot(root, files, examined, applied));
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
        : countsText(planned),
    summary: planned.length > 0 ? planSummary(planned) : nothing.summary,
    text: fitReport(report),
  };
}

function planRoot(
  { path, environment }: TerraformRoot,
  files: Files,
  examined: Examinations,
  applied: AppliedResources,
): PlanRoot {
  const base = { path, environment: environment.name };
  const found = examined.get(path);
  // A root that is gone wants nothing; one that is there but could not be looked at must not seem so.
  if (!found) {
    return terraformFiles(files, path).length > 0
      ? { ...base, changes: [], error: 'The root was not examined' }
      : { ...base, changes: diffPlan([], applied(path)) };
  }
  if ('planned' in found) {
    return { ...base, changes: diffPlan(found.planned, applied(path)) };
  }
  const error = found.problems.map(formatDiagnostic).join('\n');
  return { ...base, changes: [], error: error.slice(0, 5_000) };
}
