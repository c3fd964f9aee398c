import {
  APPLY_CHECK_NAME,
  ApplyReport,
  ApplyRoot,
  ChangeApply,
  parseApplyReport,
} from '@slipway/plugin-infra-prs-common';
import { hasPassed } from './reportedChecks';
import { CheckFacts, PullFacts } from './changeFacts';
import { latestChecks, PlanState } from './planState';
import { plansNothing } from './plansNothing';

/** The newest apply check of a merge commit. */
export function applyCheckOf(
  mergeChecks: readonly CheckFacts[],
): CheckFacts | undefined {
  const checks = latestChecks(mergeChecks).filter(
    ({ name }) => name === APPLY_CHECK_NAME,
  );
  return checks.sort((a, b) => b.id - a.id).at(0);
}

/** How the apply goes, by the check run on the merge commit and what was planned; undefined before the merge. */
export function applyOf(
  pull: PullFacts,
  mergeChecks: readonly CheckFacts[],
  plan: PlanState,
): ChangeApply | undefined {
  if (!pull.mergedAt || !pull.mergeCommitSha) return undefined;
  const mergeCommitSha = pull.mergeCommitSha;
  const check = applyCheckOf(mergeChecks);
  if (!check) {
    return { state: plansNothing(plan) ? 'none' : 'waiting', mergeCommitSha };
  }
  const { url, summary, startedAt, completedAt } = check;
  const done = hasPassed(check) ? 'succeeded' : 'failed';
  const completed = check.status === 'completed';
  return {
    state: completed ? done : 'running',
    mergeCommitSha,
    roots: rootsOf(check, mergeCommitSha)?.map(root =>
      completed ? ended(root, hasPassed(check)) : root,
    ),
    url,
    summary,
    startedAt,
    completedAt,
  };
}

/** What cannot be read, or is about another commit, says nothing of the roots; the check itself still says how it ended. */
function rootsOf(
  check: CheckFacts,
  sha: string,
): readonly ApplyRoot[] | undefined {
  let report: ApplyReport | undefined;
  try {
    report = parseApplyReport(check.text ?? '');
  } catch {
    return undefined;
  }
  return report?.commitSha === sha ? report.roots : undefined;
}

/** A check that ended while its report still runs was cut short. */
function ended(root: ApplyRoot, passed: boolean): ApplyRoot {
  if (root.state === 'succeeded' || root.state === 'failed') return root;
  return passed
    ? { ...root, state: 'succeeded' }
    : {
        ...root,
        state: 'failed',
        error: 'The runner ended before it was done',
      };
}
