import {
  APPLY_CHECK_NAME,
  planCountsText,
} from '@slipway/plugin-infra-prs-common';
import { NO_SHA } from '../git/refs/RefChange';
import { EMPTY_TREE } from '../git/repository/GitDiffs';
import { CheckReporter, CheckResult } from './checks/CheckReporter';
import { diffPlan } from './plan/diffPlan';
import { changedRoots, findRoots, TerraformRoot } from './plan/TerraformRoot';
import type { RunnerContext } from './Runner';
import { Files } from './static/loadModules';
import { planStatically } from './static/planStatically';

/** Applies the roots that a push to the default branch has changed, and reports it on the new commit. */
export async function applyMerged(
  context: RunnerContext,
  before: string,
  after: string,
): Promise<void> {
  if (after === NO_SHA) return;
  const { host, owner, repo, environments } = context;
  const repository = host.repository(owner, repo);
  const { git } = repository;
  const from = before === NO_SHA ? EMPTY_TREE : before;
  const changed = await git.diffs.names(from, after);
  const [old, files] = await Promise.all([
    git.files(from, ''),
    git.files(after, ''),
  ]);
  const roots = changedRoots(changed, old, files, environments);
  if (roots.length === 0) return;
  const names = [APPLY_CHECK_NAME];
  const reporter = await CheckReporter.queue(host, repository, after, names);
  await reporter.run(APPLY_CHECK_NAME, new AbortController().signal, () =>
    applyRoots(context, files, roots),
  );
}

/** Applies all roots of the default branch, so that the account holds what the repository says. */
export async function applyPresent(
  context: RunnerContext,
): Promise<CheckResult> {
  const { host, owner, repo, environments } = context;
  const files = await host.readTree(owner, repo, 'main');
  const roots = findRoots(files.keys(), environments);
  const result = await applyRoots(context, files, roots);
  if (result.conclusion === 'failure') {
    process.stderr.write(`Terraform runner: ${result.summary}\n`);
  }
  return result;
}

async function applyRoots(
  context: RunnerContext,
  files: Files,
  roots: readonly TerraformRoot[],
): Promise<CheckResult> {
  const lines: string[] = [];
  let failed = 0;
  for (const root of roots) {
    const outcome = await applyRoot(context, files, root);
    if (outcome.failed) failed += 1;
    lines.push(`**${root.path}** (${root.environment.name}): ${outcome.text}`);
  }
  return {
    conclusion: failed > 0 ? 'failure' : 'success',
    title:
      failed > 0
        ? `${failed} of ${roots.length} failed`
        : `${roots.length} applied`,
    summary: lines.join('\n\n').slice(0, 60_000),
  };
}

async function applyRoot(
  { target }: RunnerContext,
  files: Files,
  { path, environment }: TerraformRoot,
): Promise<{ failed: boolean; text: string }> {
  try {
    // The values Terraform itself would plan, without the seconds it takes; a test holds the two together.
    const planned = await planStatically(files, path);
    const { changes } = diffPlan(planned, target.applied(path));
    const failures = await target.apply(path, environment, planned);
    const errors = [...failures].map(
      ([address, message]) => `\n- \`${address}\`: ${message}`,
    );
    const done = planCountsText([{ changes: [...changes] }]).replaceAll(
      ' to ',
      ' ',
    );
    return errors.length > 0
      ? { failed: true, text: `failed${errors.join('')}` }
      : { failed: false, text: `${done}` };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { failed: true, text: message };
  }
}
