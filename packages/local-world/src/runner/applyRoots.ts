import {
  ApplyRoot,
  applySummary,
  applyTitle,
  CreatedResource,
  fitApplyReport,
  planTotals,
  PlanResourceChange,
  resourceWord,
} from '@slipway/plugin-infra-prs-common';
import { AppliedResource } from '../world/types';
import { CheckOutput, CheckResult } from './checks/CheckReporter';
import { diffPlan } from './plan/diffPlan';
import { TerraformRoot } from './plan/TerraformRoot';
import type { RunnerContext } from './Runner';
import { Files } from './static/loadModules';
import { planStatically } from './static/planStatically';

/** What is applied, and whose check says how it goes. */
export interface ApplyJob {
  readonly sha: string;
  readonly files: Files;
  readonly roots: readonly TerraformRoot[];
  /** Milliseconds since the epoch; default the world's clock. */
  readonly now?: () => number;
}

/** Applies roots one after the other; `progress` is told before and after each. */
export async function applyRoots(
  context: RunnerContext,
  { sha, files, roots, now = () => context.host.context.clock.now() }: ApplyJob,
  progress: (output: CheckOutput) => Promise<void> = async () => {},
): Promise<CheckResult> {
  const results: ApplyRoot[] = roots.map(root => ({
    path: root.path,
    environment: root.environment.name,
    state: 'waiting',
    added: 0,
    changed: 0,
    destroyed: 0,
    created: [],
  }));
  for (const [at, root] of roots.entries()) {
    const startedAt = new Date(now()).toISOString();
    results[at] = { ...results[at], state: 'running', startedAt };
    await progress(outputOf(sha, results));
    const outcome = await applyRoot(context, files, root);
    const finishedAt = new Date(now()).toISOString();
    results[at] = { ...results[at], ...outcome, finishedAt };
  }
  const failed = results.some(({ state }) => state === 'failed');
  const conclusion = failed ? 'failure' : 'success';
  return { conclusion, ...outputOf(sha, results) };
}

function outputOf(commitSha: string, roots: readonly ApplyRoot[]): CheckOutput {
  return {
    title: applyTitle(roots),
    summary: applySummary(roots),
    text: fitApplyReport({ version: 1, commitSha, roots }),
  };
}

async function applyRoot(
  { target }: RunnerContext,
  files: Files,
  { path, environment }: TerraformRoot,
): Promise<Partial<ApplyRoot>> {
  try {
    // The values Terraform itself would plan, without the seconds it takes; a test holds the two together.
    const planned = await planStatically(files, path);
    const { changes } = diffPlan(planned, target.applied(path));
    const failures = await target.apply(path, environment, planned);
    const done = changes.filter(({ address }) => !failures.has(address));
    const totals = planTotals([{ changes: [...done] }]);
    const errors = [...failures].map(
      ([address, message]) => `${address}: ${message}`,
    );
    return {
      state: errors.length > 0 ? 'failed' : 'succeeded',
      added: totals.create + totals.replace,
      changed: totals.update,
      destroyed: totals.delete + totals.replace,
      created: createdOf(done, planned),
      ...(errors.length > 0 && { error: errors.join('\n') }),
    };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { state: 'failed', error: message };
  }
}

function createdOf(
  changes: readonly PlanResourceChange[],
  planned: readonly AppliedResource[],
): CreatedResource[] {
  const values = new Map(planned.map(({ address, values: v }) => [address, v]));
  return changes
    .filter(({ action }) => action === 'create' || action === 'replace')
    .map(({ address, type }) => {
      const own = values.get(address);
      const name = own?.name ?? own?.bucket ?? own?.alarm_name;
      const known = typeof name === 'string' && resourceWord(type) !== type;
      return { address, type, ...(known && { name }) };
    });
}
