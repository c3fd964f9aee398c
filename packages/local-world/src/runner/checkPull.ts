import { PLAN_CHECK_NAME } from '@slipway/plugin-infra-prs-common';
import { diffRange } from '../git/pulls/diffRange';
import { CheckReporter } from './checks/CheckReporter';
import { changedOverlays, checkKustomize } from './checks/kustomizeCheck';
import {
  AppliedResources,
  checkFormat,
  Examinations,
  examineRoots,
  reportValid,
} from './checks/terraformChecks';
import { reportPlan } from './checks/planCheck';
import { changedRoots } from './plan/TerraformRoot';
import type { RunnerContext } from './Runner';

const FORMAT = 'terraform fmt';
const VALIDATE = 'terraform validate';
const KUSTOMIZE = 'kustomize build';

/** Checks the newest commit of a pull request; `queue` waits for its turn. */
export async function checkPull(
  context: RunnerContext,
  number: number,
  signal: AbortSignal,
  queue: (task: () => Promise<void>) => Promise<void>,
): Promise<void> {
  const { host, owner, repo, environments, target } = context;
  const repository = host.repository(owner, repo);
  const pull = repository.pull(number);
  if (!pull) return;
  const { from, to: sha } = await diffRange(repository, pull);
  const { git } = repository;
  const [changed, before, files] = await Promise.all([
    git.diffs.names(from, sha),
    git.files(from, ''),
    git.files(sha, ''),
  ]);
  // A newer push has come meanwhile, and its checks must be the newest.
  if (signal.aborted) return;
  const roots = changedRoots(changed, before, files, environments);
  const overlays = changedOverlays(changed, files);
  const names = [FORMAT, VALIDATE, PLAN_CHECK_NAME];
  if (overlays.length > 0) names.push(KUSTOMIZE);
  const reporter = await CheckReporter.queue(host, repository, sha, names);
  const commit = { sha, files, changed, roots, signal };
  const applied: AppliedResources = root => target.applied(root);
  await queue(async () => {
    const planner = await context.planner();
    await reporter.run(FORMAT, signal, () => checkFormat(planner, commit));
    if (overlays.length > 0) {
      await reporter.run(KUSTOMIZE, signal, () =>
        checkKustomize(files, overlays, signal),
      );
    }
    let examined: Examinations = new Map();
    await reporter.run(VALIDATE, signal, async () => {
      examined = await examineRoots(planner, commit, applied);
      return reportValid(examined);
    });
    await reporter.run(PLAN_CHECK_NAME, signal, async () =>
      reportPlan(planner.kind, commit, examined, applied),
    );
  });
  if (signal.aborted) await reporter.cancel(String(signal.reason));
}
