import { APPLY_CHECK_NAME } from '@slipway/plugin-infra-prs-common';
import { HostedRepository } from '../git/records/HostedRepository';
import { NO_SHA } from '../git/refs/RefChange';
import { EMPTY_TREE } from '../git/repository/GitDiffs';
import { applyRoots } from './applyRoots';
import { CheckReporter, CheckResult } from './checks/CheckReporter';
import { changedRoots, findRoots, TerraformRoot } from './plan/TerraformRoot';
import type { RunnerContext } from './Runner';
import { Files } from './static/loadModules';

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
  await applyAndReport(context, repository, after, files, roots);
}

/**
 * Applies once more what a commit of the default branch has changed, as the branch is now: what came after it is not
 * undone.
 */
export async function applyAgain(
  context: RunnerContext,
  sha: string,
): Promise<void> {
  const { host, owner, repo, environments } = context;
  const repository = host.repository(owner, repo);
  const { git, record } = repository;
  const commit = await git.history.read(sha);
  const head = await git.history.resolve(record.defaultBranch);
  if (!commit || !head || !(await git.history.isAncestor(sha, head))) return;
  // A rebase brings several commits, so the parent is not where it began.
  const pull = record.pulls.find(
    ({ mergeCommitSha }) => mergeCommitSha === sha,
  );
  const from = pull?.base.sha ?? commit.parents.at(0) ?? EMPTY_TREE;
  const changed = await git.diffs.names(from, sha);
  const [old, then, now] = await Promise.all([
    git.files(from, ''),
    git.files(sha, ''),
    git.files(head, ''),
  ]);
  const roots = changedRoots(changed, old, then, environments);
  await applyAndReport(context, repository, sha, now, roots);
}

async function applyAndReport(
  context: RunnerContext,
  repository: HostedRepository,
  sha: string,
  files: Files,
  roots: readonly TerraformRoot[],
): Promise<void> {
  if (roots.length === 0) return;
  const names = [APPLY_CHECK_NAME];
  const { host } = context;
  const reporter = await CheckReporter.queue(host, repository, sha, names);
  const { signal } = new AbortController();
  await reporter.run(APPLY_CHECK_NAME, signal, progress =>
    applyRoots(context, { sha, files, roots }, progress),
  );
}

/** Applies all roots of the default branch, so that the account holds what the repository says. */
export async function applyPresent(
  context: RunnerContext,
): Promise<CheckResult> {
  const { host, owner, repo, environments } = context;
  const sha = (await host.headOf(owner, repo, 'main')) ?? NO_SHA;
  const files = await host.readTree(owner, repo, 'main');
  const roots = findRoots(files.keys(), environments);
  const result = await applyRoots(context, { sha, files, roots });
  if (result.conclusion === 'failure') {
    process.stderr.write(`Terraform runner: ${result.summary}\n`);
  }
  return result;
}
