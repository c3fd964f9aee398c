import { ConflictError, NotAllowedError } from '@backstage/errors';
import { whyNotApprover } from './approvalRules';
import { Person } from './approvers';
import { Assessment } from './assessChange';
import { whyNotInBulk } from './bulkRules';
import { PullFacts } from './changeFacts';
import { PlanState } from './planState';
import { whyNotApprove, whyNotMerge } from './viewerOf';

/** A review is about the commit on the screen. @throws ConflictError when that is no longer what is there. */
export function assertSameHead(
  pull: PullFacts,
  seen: { readonly headSha: string },
): void {
  if (pull.headSha === seen.headSha) return;
  throw new ConflictError(
    'New commits were pushed since you looked at it; look at them, then decide again',
  );
}

/** A decision is about what was on the screen. @throws ConflictError when that is no longer what is there. */
export function assertUnmoved(
  pull: PullFacts,
  assessment: Assessment,
  seen: { readonly headSha: string; readonly planDigest: string },
): void {
  assertSameHead(pull, seen);
  assertSamePlan(assessment.plan, seen.planDigest);
}

/** @throws ConflictError when the plan is no longer the one that somebody saw, or is not there. */
export function assertSamePlan(
  { digest, problem }: PlanState,
  seen: string | undefined,
): void {
  if (!digest) {
    throw new ConflictError(problem?.message ?? 'The plan is not there yet');
  }
  if (digest !== seen) {
    throw new ConflictError(
      'The plan changed since you looked at it; look at it, then decide again',
    );
  }
}

/** Whether a person's approval of this head and plan is there already. */
export function hasApproved(assessment: Assessment, person: Person): boolean {
  const login = person.login?.toLowerCase();
  return assessment.approvals.some(
    approval => approval.valid && approval.login.toLowerCase() === login,
  );
}

/** @throws NotAllowedError when the person may not, ConflictError when nobody can. */
export function assertApprovable(
  pull: PullFacts,
  assessment: Assessment,
  person: Person,
): void {
  const forbidden = whyNotApprover(person, assessment);
  if (forbidden) throw new NotAllowedError(forbidden);
  const reason = whyNotApprove(pull, assessment, person);
  if (reason) throw new ConflictError(reason);
}

/** @throws ConflictError naming everything that blocks the merge. */
export function assertMergeable(pull: PullFacts, assessment: Assessment): void {
  const messages = assessment.blockers.map(b => `${b.message} (${b.who})`);
  const reason = messages.length > 0 ? messages.join('. ') : undefined;
  const why = reason ?? whyNotMerge(pull, assessment);
  if (why) throw new ConflictError(`It cannot be merged yet. ${why}`);
}

/** @throws ConflictError when it is to be looked at by itself, instead of with many others. */
export function assertLowRisk(assessment: Assessment): void {
  const why = whyNotInBulk(assessment);
  if (why) throw new ConflictError(`${why}. Decide about it on its own page`);
}
