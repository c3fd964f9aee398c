import { PlanReport, PlanRoot } from '@slipway/plugin-infra-prs-common';
import { AppliedResource } from '../../world/types';
import { diffPlan } from '../plan/diffPlan';
import { fitReport } from '../plan/fitReport';
import { countsText, planSummary } from '../plan/planSummary';
import { TerraformRoot } from '../plan/TerraformRoot';
import { Planner } from '../Planner';
import {
  ConfigurationError,
  formatDiagnostic,
} from '../static/ConfigurationError';
import { Files, terraformFiles } from '../static/loadModules';
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

/** `terraform validate`: each changed root is valid. */
export async function checkValid(
  planner: Planner,
  { files, roots, signal }: CheckedCommit,
): Promise<CheckResult> {
  const present = roots.filter(
    root => terraformFiles(files, root.path).length > 0,
  );
  if (present.length === 0) return nothing;
  const problems: string[] = [];
  for (const root of present) {
    const found = await planner.validate(files, root.path, signal);
    problems.push(...found.map(formatDiagnostic));
  }
  if (problems.length === 0) {
    const list = present.map(root => `- ${root.path}`).join('\n');
    const title = `${present.length} valid`;
    return { conclusion: 'success', title, summary: `Valid:\n${list}` };
  }
  return {
    conclusion: 'failure',
    title: `${problems.length} ${problems.length === 1 ? 'error' : 'errors'}`,
    summary: problems
      .map(line => `- ${line}`)
      .join('\n')
      .slice(0, 60_000),
  };
}

/** `slipway/plan`: what merging would do, as text for people and as a report for the portal. */
export async function checkPlan(
  planner: Planner,
  { sha, files, roots, signal }: CheckedCommit,
  applied: (root: string) => ReadonlyMap<string, AppliedResource>,
): Promise<CheckResult> {
  const planned: PlanRoot[] = [];
  for (const root of roots) {
    signal.throwIfAborted();
    planned.push(await planRoot(planner, files, root, applied, signal));
  }
  const report: PlanReport = {
    version: 1,
    runner: planner.kind,
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

async function planRoot(
  planner: Planner,
  files: Files,
  { path, environment }: TerraformRoot,
  applied: (root: string) => ReadonlyMap<string, AppliedResource>,
  signal: AbortSignal,
): Promise<PlanRoot> {
  const base = { path, environment: environment.name };
  try {
    const present = terraformFiles(files, path).length > 0;
    const planned = present ? await planner.plan(files, path, signal) : [];
    return { ...base, changes: diffPlan(planned, applied(path)) };
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    return { ...base, changes: [], error: error.message.slice(0, 5_000) };
  }
}
