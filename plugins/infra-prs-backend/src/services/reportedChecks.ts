import { ChangeBlocker } from '@slipway/plugin-infra-prs-common';
import { ChangeFacts, CheckFacts } from './changeFacts';
import { latestChecks } from './planState';

/** A check run or a commit status: to GitHub's rules they are the same. */
export interface ReportedCheck {
  readonly name: string;
  readonly outcome: 'passed' | 'failed' | 'pending';
  /** Page with its log. */
  readonly url?: string;
  readonly isStatus: boolean;
}

/** Conclusions that GitHub counts as passed. */
const PASSED = ['success', 'neutral', 'skipped'];

/** Whether a check run is done and counts as passed. */
export function hasPassed(check: CheckFacts): boolean {
  return (
    check.status === 'completed' && PASSED.includes(check.conclusion ?? '')
  );
}

function outcomeOf(check: CheckFacts): ReportedCheck['outcome'] {
  if (check.status !== 'completed') return 'pending';
  return hasPassed(check) ? 'passed' : 'failed';
}

const STATUS_OUTCOMES = {
  success: 'passed',
  pending: 'pending',
  error: 'failed',
  failure: 'failed',
} as const;

/** All that was reported on the head: the newest check run of each app and name, and the newest status of each name. */
export function reportedChecks({
  checks,
  statuses = [],
}: Pick<ChangeFacts, 'checks' | 'statuses'>): ReportedCheck[] {
  return [
    ...latestChecks(checks).map(check => ({
      name: check.name,
      outcome: outcomeOf(check),
      url: check.url,
      isStatus: false,
    })),
    ...statuses.map(({ name, state, url }) => ({
      name,
      outcome: STATUS_OUTCOMES[state],
      url,
      isStatus: true,
    })),
  ];
}

/** A check as a blocker links to it: anybody who reports a status chooses its address. */
export function checkLink({
  name,
  url,
}: Pick<ReportedCheck, 'name' | 'url'>): NonNullable<
  ChangeBlocker['links']
>[number] {
  return url !== undefined && /^https?:\/\//.test(url)
    ? { text: name, url }
    : { text: name, section: 'checks' };
}
