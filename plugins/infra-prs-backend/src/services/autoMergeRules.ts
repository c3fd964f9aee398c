import {
  ChangeBlocker,
  PLAN_CHECK_NAME,
} from '@slipway/plugin-infra-prs-common';
import { Assessment } from './assessChange';
import { PullFacts } from './changeFacts';

/** What auto-merge and the merge queue are there to wait for. */
const WAITED_FOR: ReadonlyArray<ChangeBlocker['code']> = [
  'checks_pending',
  'mergeability_unknown',
  'branch_protection',
  'code_owner_missing',
  'conversation_unresolved',
];
/** What Slipway's own rules want: without it, nothing may be merged by itself. */
const DECIDED: ReadonlyArray<ChangeBlocker['code']> = [
  'approval_missing',
  'changes_requested',
  'plan_missing',
  'plan_failed',
  'plan_risk',
  'unreadable',
];

/**
 * GitHub binds auto-merge to no commit: it goes on after a push. What has been approved is safe only where GitHub itself
 * takes approvals back on a push, and waits for the plan of what was pushed.
 */
function whyUnsafe({ host }: Assessment, branch: string): string | undefined {
  if (!host?.allowsAutoMerge) return 'The repository does not allow auto-merge';
  const { rules } = host;
  if (rules.mergeQueue) return `${branch} is merged through the merge queue`;
  const because = 'so auto-merge could merge what nobody approved';
  const held = rules.approvals > 0 && rules.dismissesStale;
  if (rules.unknown && !held) {
    return `It is not known whether GitHub takes approvals back on a push: ${rules.unknown}`;
  }
  if (!held) {
    return `GitHub's rules of ${branch} do not take approvals back on a push, ${because}`;
  }
  if (!rules.requiredChecks.includes(PLAN_CHECK_NAME)) {
    return `GitHub's rules of ${branch} do not require the check ${PLAN_CHECK_NAME}, ${because}`;
  }
  return undefined;
}

/** Why auto-merge cannot be switched on now, in words; undefined when it can be. */
export function whyNotAutoMerge(
  pull: PullFacts,
  assessment: Assessment,
): string | undefined {
  if (pull.state === 'closed') return 'It is not open';
  const unsafe = whyUnsafe(assessment, pull.baseRef);
  if (unsafe) return unsafe;
  const { blockers } = assessment;
  const blocker = blockers.find(({ code }) => !WAITED_FOR.includes(code));
  if (blocker) return blocker.message;
  return blockers.length === 0 ? 'It can be merged now' : undefined;
}

/** Why what merges by itself has to be stopped, in words; undefined while what is approved is what would be merged. */
export function whyStopMerging(assessment: Assessment): string | undefined {
  return assessment.blockers.find(({ code }) => DECIDED.includes(code))
    ?.message;
}
