import { SlipwayEnvironment } from '@slipway/platform-common';
import { ChangeApproval } from '@slipway/plugin-infra-prs-common';
import {
  approversOf,
  decidingEnvironments,
  groupWords,
  mayApprove,
  Person,
} from './approvers';
import { ReviewFacts } from './changeFacts';
import { PlanState } from './planState';
import { isRequester, Requesters } from './requesters';

/** What approvals of one head commit are judged by. */
export interface ApprovalContext {
  readonly headSha: string;
  readonly plan: PlanState;
  readonly requesters: Requesters;
  readonly environments: readonly SlipwayEnvironment[];
}

const DIGEST_LINE = /^Slipway-Plan-Digest:[ \t]*(sha256:[0-9a-f]{64})[ \t]*$/m;

/** The body of a review that approves one plan. */
export function formatReviewBody(digest: string, comment?: string): string {
  const line = `Slipway-Plan-Digest: ${digest}`;
  return comment ? `${comment}\n\n${line}` : line;
}

/** What keeps a person from approving: having asked for it, or being an approver of none of the environments. */
function approverProblem(
  person: Person,
  context: Pick<ApprovalContext, 'requesters' | 'environments'>,
): 'requester' | readonly SlipwayEnvironment[] | undefined {
  if (isRequester(context.requesters, person)) return 'requester';
  const deciding = decidingEnvironments(context.environments);
  const open = deciding.filter(environment => mayApprove(person, environment));
  return open.length > 0 || deciding.length === 0 ? undefined : deciding;
}

/** Why a person may not approve, in words; undefined when they may. */
export function whyNotApprover(
  person: Person,
  context: Pick<ApprovalContext, 'requesters' | 'environments'>,
): string | undefined {
  const problem = approverProblem(person, context);
  if (problem === 'requester') {
    return 'You asked for this change; someone else has to approve it';
  }
  if (!problem) return undefined;
  const titles = problem.map(({ title }) => title).join(' and ');
  const groups = groupWords([...new Set(problem.flatMap(approversOf))]);
  return `Changes to ${titles} are approved by members of ${groups}, and you are not one`;
}

function whyReviewerDoesNotCount(person: Person, context: ApprovalContext) {
  // On GitHub anyone who can read may review, the requester's second account too.
  if (!person.userEntityRef) {
    return 'The catalog knows no user with this GitHub account, or more than one';
  }
  const problem = approverProblem(person, context);
  if (problem === 'requester') {
    return 'It was given by someone who asked for the change';
  }
  return problem
    ?.map(environment => {
      const groups = groupWords(approversOf(environment));
      return `${environment.title} needs a member of ${groups}`;
    })
    .join('; ');
}

function voidReason(
  review: ReviewFacts,
  latest: ReviewFacts,
  person: Person,
  context: ApprovalContext,
): string | undefined {
  if (review.state === 'DISMISSED') return 'The approval was dismissed';
  if (latest !== review) return 'A later review by the same person replaced it';
  if (review.commitId !== context.headSha) {
    return 'New commits were pushed after it';
  }
  const { plan } = context;
  const named = DIGEST_LINE.exec(review.body)?.[1];
  if (!plan.digest) return 'There is no plan it could be about';
  if (named && named !== plan.digest) return 'The plan changed after it';
  const tooEarly =
    !named &&
    plan.completedAt &&
    Date.parse(review.submittedAt) < Date.parse(plan.completedAt);
  if (tooEarly) return 'It was given before the plan was there';
  return whyReviewerDoesNotCount(person, context);
}

/** The reviews that decide: comments do not change what somebody said before. */
export function decisive(reviews: readonly ReviewFacts[]): ReviewFacts[] {
  return reviews
    .filter(({ state }) =>
      ['APPROVED', 'DISMISSED', 'CHANGES_REQUESTED'].includes(state),
    )
    .sort(
      (a, b) =>
        Date.parse(a.submittedAt) - Date.parse(b.submittedAt) || a.id - b.id,
    );
}

/** The last review of each login, lower case. */
export function latestByLogin(reviews: readonly ReviewFacts[]) {
  return new Map(reviews.map(review => [review.login.toLowerCase(), review]));
}

/** Every approval there was, with the reason where it does not count (any more). */
export function judgeApprovals(
  reviews: readonly ReviewFacts[],
  personOf: (login: string) => Person,
  context: ApprovalContext,
): ChangeApproval[] {
  const ordered = decisive(reviews);
  const latest = latestByLogin(ordered);
  return ordered
    .filter(review => review.state !== 'CHANGES_REQUESTED')
    .map(review => {
      const person = personOf(review.login);
      const last = latest.get(review.login.toLowerCase()) ?? review;
      const reason = voidReason(review, last, person, context);
      return {
        reviewId: review.id,
        login: review.login,
        userEntityRef: person.userEntityRef,
        submittedAt: review.submittedAt,
        valid: reason === undefined,
        voidReason: reason,
      };
    });
}

/** Logins whose last word was to ask for changes. */
export function changesRequestedBy(reviews: readonly ReviewFacts[]): string[] {
  return [...latestByLogin(decisive(reviews)).values()]
    .filter(review => review.state === 'CHANGES_REQUESTED')
    .map(review => review.login);
}
