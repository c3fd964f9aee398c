import {
  ChangeApproval,
  ChangeBlocker,
  PLAN_CHECK_NAME,
  RiskSeverity,
} from '@slipway/plugin-infra-prs-common';
import { SlipwayEnvironment } from '@slipway/platform-common';
import { ChangeFacts, CheckFacts } from './changeFacts';
import { changesRequestedBy, groupWords } from './approvalRules';
import { AUTHOR, planBlockers } from './planBlockers';
import { latestChecks, PlanState } from './planState';

/** Conclusions that GitHub counts as passed. */
const PASSED = ['success', 'neutral', 'skipped'];

/** Whether a check run is done and counts as passed. */
export function hasPassed(check: CheckFacts): boolean {
  return (
    check.status === 'completed' && PASSED.includes(check.conclusion ?? '')
  );
}

/** What GitHub does not list, nobody can judge: neither where a file goes nor who wrote a commit. */
function sizeBlockers({ pull, files, commits }: ChangeFacts): ChangeBlocker[] {
  const { changedFiles = 0, commitCount = 0 } = pull;
  const parts = [
    ...(changedFiles > files.length ? [`${changedFiles} files`] : []),
    ...(commitCount > commits.length ? [`${commitCount} commits`] : []),
  ];
  if (parts.length === 0) return [];
  return [
    {
      code: 'unreadable',
      message: `It has ${parts.join(' and ')}, more than GitHub lists`,
      who: `${AUTHOR} splits it into smaller ones`,
    },
  ];
}

function pullBlockers({ pull }: ChangeFacts): ChangeBlocker[] {
  const blockers: ChangeBlocker[] = [];
  if (pull.draft) {
    blockers.push({
      code: 'draft',
      message: 'It is still a draft',
      who: `${AUTHOR} marks it as ready for review on GitHub`,
    });
  }
  if (pull.mergeable === false || pull.mergeableState === 'dirty') {
    blockers.push({
      code: 'conflicts',
      message: `It conflicts with ${pull.baseRef}`,
      who: `${AUTHOR} updates the branch`,
    });
  }
  return blockers;
}

function checkBlockers(
  checks: readonly CheckFacts[],
  plan: PlanState,
): ChangeBlocker[] {
  // A plan that is missing or failed is told in its own words.
  const latest = latestChecks(checks).filter(
    check => !plan.problem || check.name !== PLAN_CHECK_NAME,
  );
  const names = (list: CheckFacts[]) => list.map(c => c.name).join(', ');
  const pending = latest.filter(check => check.status !== 'completed');
  const failing = latest.filter(
    check => check.status === 'completed' && !hasPassed(check),
  );
  const blockers: ChangeBlocker[] = [];
  if (failing.length > 0) {
    blockers.push({
      code: 'checks_failing',
      message: `Checks failed: ${names(failing)}`,
      who: `${AUTHOR} pushes a fix`,
    });
  }
  if (pending.length > 0) {
    blockers.push({
      code: 'checks_pending',
      message: `Checks are still running: ${names(pending)}`,
      who: 'Nobody: it takes a moment',
    });
  }
  return blockers;
}

function approversOf(environments: readonly SlipwayEnvironment[]): string {
  const parts = environments
    .filter(environment => environment.approvers.length > 0)
    .map(({ title, approvers }) => `${groupWords(approvers)} for ${title}`);
  return parts.length > 0
    ? `A member of ${parts.join(' and of ')}, other than the requester`
    : 'Anyone with write access, other than the requester';
}

function approvalBlockers(
  facts: ChangeFacts,
  approvals: readonly ChangeApproval[],
  environments: readonly SlipwayEnvironment[],
): ChangeBlocker[] {
  const blockers: ChangeBlocker[] = [];
  const asking = changesRequestedBy(facts.reviews);
  if (asking.length > 0) {
    blockers.push({
      code: 'changes_requested',
      message: `${asking.join(', ')} asked for changes`,
      who: `${asking.join(', ')} approves or withdraws the review`,
    });
  }
  const reviewed = environments.filter(e => e.protection === 'reviewed');
  if (reviewed.length > 0 && !approvals.some(approval => approval.valid)) {
    const stale = approvals.some(approval => !approval.valid);
    const where = reviewed.map(e => e.title).join(', ');
    blockers.push({
      code: 'approval_missing',
      message: stale
        ? `${where} needs an approval; the one given no longer counts`
        : `${where} needs an approval`,
      who: approversOf(reviewed),
    });
  }
  return blockers;
}

function hostBlockers({ pull }: ChangeFacts): ChangeBlocker[] {
  if (pull.mergeableState === 'blocked') {
    return [
      {
        code: 'branch_protection',
        message: `GitHub's protection of ${pull.baseRef} is not satisfied, for example an approval or a required check is missing`,
        who: 'A reviewer with write access who did not ask for the change',
      },
    ];
  }
  if (pull.mergeableState === 'behind') {
    return [
      {
        code: 'branch_protection',
        message: `The branch is behind ${pull.baseRef} and GitHub wants it up to date`,
        who: `${AUTHOR} updates the branch`,
      },
    ];
  }
  const unknown =
    pull.mergeable === undefined || pull.mergeableState === 'unknown';
  return unknown
    ? [
        {
          code: 'mergeability_unknown',
          message: 'GitHub is still working out whether it can be merged',
          who: 'Nobody: it takes a moment',
        },
      ]
    : [];
}

/** Everything that keeps a change from being merged, with who can provide what is missing. */
export function findBlockers(
  facts: ChangeFacts,
  plan: PlanState,
  approvals: readonly ChangeApproval[],
  environments: readonly SlipwayEnvironment[],
  blockingSeverity?: RiskSeverity,
): ChangeBlocker[] {
  if (facts.pull.mergedAt) return [];
  if (facts.pull.state === 'closed') {
    return [
      {
        code: 'closed',
        message: 'It was closed without being merged',
        who: `${AUTHOR} opens it again on GitHub`,
      },
    ];
  }
  const own = [
    ...sizeBlockers(facts),
    ...pullBlockers(facts),
    ...checkBlockers(facts.checks, plan),
    ...planBlockers(plan, blockingSeverity, facts.files),
    ...approvalBlockers(facts, approvals, environments),
  ];
  // The host says "blocked" for all the reasons above too; it is news only when none of them is there.
  return own.length > 0 ? own : hostBlockers(facts);
}
