import {
  ApprovalNeed,
  ChangeApproval,
  ChangeBlocker,
  CodeOwnerNeed,
  RiskSeverity,
} from '@slipway/plugin-infra-prs-common';
import { approvalBlockers } from './approvalBlockers';
import { ChangeFacts } from './changeFacts';
import { checkBlockers, missingCheckBlockers } from './checkBlockers';
import { conversationBlockers } from './conversationBlockers';
import { codeOwnerBlockers, hostBlockers } from './hostBlockers';
import { HostFacts } from './HostRulesReader';
import { AUTHOR, planBlockers } from './planBlockers';
import { PlanState } from './planState';

/** What was found out before the question what is missing. */
export interface Verdict {
  readonly plan: PlanState;
  readonly approvals: readonly ChangeApproval[];
  readonly needs: readonly ApprovalNeed[];
  readonly blockingSeverity?: RiskSeverity;
  /** GitHub's own rules, as far as they could be read. */
  readonly host?: HostFacts;
  readonly codeOwners?: readonly CodeOwnerNeed[];
  /** Threads that nobody resolved; undefined when it does not matter, or is not known. */
  readonly unresolvedThreads?: number;
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
    ...checkBlockers(facts, plan, host),
    ...planBlockers(plan, verdict.blockingSeverity, facts.files),
    ...approvalBlockers(facts.reviews, approvals, needs),
  ];
  // GitHub says "blocked" for all the reasons above too: that is news only when none of them is there; what it alone asks
  // for always is.
  const asked = [
    ...codeOwnerBlockers(facts, host, codeOwners),
    ...conversationBlockers(facts.pull, host, verdict.unresolvedThreads),
    ...missingCheckBlockers(facts, plan, host),
  ];
  return own.length > 0 ? [...own, ...asked] : hostBlockers(facts, host, asked);
}
