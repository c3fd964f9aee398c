import {
  APPLY_CHECK_NAME,
  PLAN_CHECK_NAME,
} from '@slipway/plugin-infra-prs-common';
import { CheckRun } from '../git/records/checkSchema';
import { HostedRepository } from '../git/records/HostedRepository';
import { Pull } from '../git/records/pullSchema';
import { applyRoots } from './applyRoots';
import { reportPlan } from './checks/planCheck';
import { examineRoots } from './checks/terraformChecks';
import { PastTarget } from './PastTarget';
import { changedRoots, TerraformRoot } from './plan/TerraformRoot';
import type { RunnerContext } from './Runner';
import { Files } from './static/loadModules';
import { StaticPlanner } from './static/StaticPlanner';

const APPLY_MS = 75_000;

/**
 * Says of the merged pull requests that the repository was seeded with what they planned and that it was applied, as a
 * runner that had been there would have.
 */
export async function reportPast(context: RunnerContext): Promise<void> {
  const { host, owner, repo } = context;
  const repository = host.repository(owner, repo);
  const { pulls, checkRuns } = repository.record;
  const applied = new Set(
    checkRuns
      .filter(run => run.name === APPLY_CHECK_NAME)
      .filter(({ conclusion }) => conclusion === 'success')
      .map(({ headSha }) => headSha),
  );
  const silent = pulls.filter(
    ({ mergedAt, mergeCommitSha = '' }) =>
      mergedAt !== undefined && !applied.has(mergeCommitSha),
  );
  for (const pull of silent) await reportOne(context, repository, pull);
  if (silent.length > 0) await repository.save();
}

async function reportOne(
  context: RunnerContext,
  repository: HostedRepository,
  { head, base, mergeCommitSha: merged = '', mergedAt = 0 }: Pull,
): Promise<void> {
  const { git, record } = repository;
  const planned = record.checkRuns.find(
    ({ name, headSha }) => name === PLAN_CHECK_NAME && headSha === head.sha,
  );
  // What the runner itself has planned it has applied too, or will.
  if (!planned || planned.output?.text !== undefined) return;
  const [changed, before, files] = await Promise.all([
    git.diffs.names(base.sha, head.sha),
    git.files(base.sha, ''),
    git.files(head.sha, ''),
  ]);
  const roots = changedRoots(changed, before, files, context.environments);
  const past = await PastTarget.of(before, roots);
  planned.output = await plan(past, { sha: head.sha, files, changed, roots });
  if (roots.length === 0) return;
  const failed = record.checkRuns.some(run => run.headSha === merged);
  const startedAt = mergedAt + (failed ? 8 * APPLY_MS : 5_000);
  let time = startedAt;
  const { conclusion, ...output } = await applyRoots(
    { ...context, target: past },
    { sha: merged, files, roots, now: () => (time += 20_000) },
  );
  const apply: CheckRun = {
    id: repository.nextId(),
    name: APPLY_CHECK_NAME,
    headSha: merged,
    status: 'completed',
    conclusion,
    startedAt,
    completedAt: startedAt + APPLY_MS,
    output,
  };
  record.checkRuns.push(apply);
}

async function plan(
  past: PastTarget,
  commit: {
    sha: string;
    files: Files;
    changed: readonly string[];
    roots: readonly TerraformRoot[];
  },
) {
  const { signal } = new AbortController();
  const checked = { ...commit, signal };
  const planner = new StaticPlanner();
  const applied = (root: string) => past.applied(root);
  const examined = await examineRoots(planner, checked, applied);
  const { title, summary, text } = await reportPlan(
    planner.kind,
    checked,
    examined,
    applied,
  );
  return { title, summary, text };
}
