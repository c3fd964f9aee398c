import {
  ApprovalNeed,
  ChangeApproval,
  ChangeBlocker,
  CodeOwnerNeed,
  PLAN_CHECK_NAME,
  RiskSeverity,
} from '@slipway/plugin-infra-prs-common';
import { approvalBlockers } from './approvalBlockers';
import { ChangeFacts, CheckFacts } from './changeFacts';
import { codeOwnerBlockers, hostBlockers } from './hostBlockers';
import { HostFacts } from './HostRulesReader';
import { AUTHOR, planBlockers } from './planBlockers';
import { latestChecks, PlanState } from './planState';

/** What was found out before the question what is missing. */
export interface Verdict {
  readonly plan: PlanState;
  readonly approvals: readonly ChangeApproval[];
  readonly needs: readonly ApprovalNeed[];
  readonly blockingSeverity?: RiskSeverity;
  /** GitHub's own rules, as far as they could be read. */
  readonly host?: HostFacts;
  readonly codeOwners?: readonly CodeOwnerNeed[];
}

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
      who: `${AUTHOR} marks it as ready for review`,
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

/** Everything that keeps a change from being merged, with who can provide what is missing. */
export function findBlockers(
  facts: ChangeFacts,
  verdict: Verdict,
): ChangeBlocker[] {
  const { plan, approvals, needs, host, codeOwners = [] } = verdict;
  if (facts.pull.mergedAt) return [];
  if (facts.pull.state === 'closed') {
    return [
      {
        code: 'closed',
        message: 'It was closed without being merged',
        who: `${AUTHOR} opens it again`,
      },
    ];
  }
  const own = [
    ...sizeBlockers(facts),
    ...pullBlockers(facts),
    ...checkBlockers(facts.checks, plan),
    ...planBlockers(plan, verdict.blockingSeverity, facts.files),
    ...approvalBlockers(facts.reviews, approvals, needs),
  ];
  // GitHub says "blocked" for all the reasons above too: that is news only when none of them is there; who owns the
  // files always is.
  return own.length > 0
    ? [...own, ...codeOwnerBlockers(facts, host, codeOwners)]
    : hostBlockers(facts, host, codeOwners);
}
