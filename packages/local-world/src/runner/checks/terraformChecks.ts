import { AppliedResource } from '../../world/types';
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

/** What a check of Terraform says where there is none. */
export const nothing: CheckResult = {
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
