import { ChangeViewer } from '@slipway/plugin-infra-prs-common';
import { whyNotApprover } from './approvalRules';
import { Person } from './approvers';
import { Assessment } from './assessChange';
import { breakGlassOf } from './breakGlassRules';
import { whyNotInBulk } from './bulkRules';
import { PullFacts } from './changeFacts';
import { isRequester } from './requesters';

function finished(pull: PullFacts): string | undefined {
  if (pull.mergedAt) return 'It is already merged';
  return pull.state === 'closed' ? 'It is closed' : undefined;
}

/** Why a person cannot approve this change now, in words; undefined when they can. */
export function whyNotApprove(
  pull: PullFacts,
  assessment: Assessment,
  person: Person,
): string | undefined {
  const done = finished(pull);
  if (done) return done;
  const reason = whyNotApprover(person, assessment);
  if (reason) return reason;
  // What nobody can read, nobody can agree to: the same rule keeps it from being merged.
  const unread = assessment.blockers.find(({ code }) => code === 'unreadable');
  if (unread) return `${unread.message}, so nobody can tell what it does`;
  if (!assessment.plan.digest) {
    return assessment.plan.problem?.message ?? 'The plan is not there yet';
  }
  const login = person.login?.toLowerCase();
  const own = assessment.approvals.some(
    approval => approval.valid && approval.login.toLowerCase() === login,
  );
  return own ? 'You approved it already' : undefined;
}

/** Why nobody can merge this change now, in words; undefined when it can be merged. */
export function whyNotMerge(
  pull: PullFacts,
  assessment: Assessment,
): string | undefined {
  return (
    finished(pull) ?? assessment.blockers.map(b => b.message).at(0) ?? undefined
  );
}

/** Why a person cannot ask for changes now, in words; undefined when they can. */
export function whyNotRequestChanges(
  pull: PullFacts,
  { requesters }: Assessment,
  person: Person,
): string | undefined {
  if (isRequester(requesters, person)) {
    return 'You asked for this change; push what is missing, make it a draft or withdraw it';
  }
  return finished(pull);
}

/** Why nobody can close this change now, in words; undefined when it can be closed. */
export function whyNotClose(pull: PullFacts): string | undefined {
  return finished(pull);
}

/** Why nobody can open this change again, in words; undefined when it can be opened. */
export function whyNotReopen(pull: PullFacts): string | undefined {
  if (pull.mergedAt) return 'It is already merged';
  return pull.state === 'open' ? 'It is open' : undefined;
}

/** What a person may do with a change. */
export function viewerOf(
  pull: PullFacts,
  assessment: Assessment,
  person: Person,
): ChangeViewer {
  const approve = whyNotApprove(pull, assessment, person);
  const merge = whyNotMerge(pull, assessment);
  return {
    canApprove: approve === undefined,
    whyNotApprove: approve,
    canMerge: merge === undefined,
    whyNotMerge: merge,
    isRequester: isRequester(assessment.requesters, person),
    whyNotRequestChanges: whyNotRequestChanges(pull, assessment, person),
    whyNotClose: whyNotClose(pull),
    whyNotReopen: whyNotReopen(pull),
    whyNotInBulk: whyNotInBulk(assessment),
    breakGlass: breakGlassOf(pull, assessment, person),
  };
}
