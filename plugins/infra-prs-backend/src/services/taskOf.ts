import { ChangeTask } from '@slipway/plugin-infra-prs-common';
import { changesRequestedBy } from './approvalRules';
import { mayApprove, Person } from './approvers';
import { Assessment } from './assessChange';
import { ChangeFacts } from './changeFacts';

const codesOf = ({ blockers }: Assessment) =>
  new Set(blockers.map(({ code }) => code));

/** Whether their approval is wanting: a second one where the first does is nobody's task, nor one for nothing. */
function wantsApproval(assessment: Assessment, person: Person): boolean {
  const open = assessment.needs.filter(({ missing }) => missing);
  if (open.length > 0) {
    const names = open.map(({ environment }) => environment);
    return assessment.environments.some(
      environment =>
        names.includes(environment.name) && mayApprove(person, environment),
    );
  }
  const hasOne = assessment.approvals.some(({ valid }) => valid);
  return codesOf(assessment).has('approval_missing') || !hasOne;
}

/** They have said what they think of this very commit: it is the author's turn. */
function hasAskedForChanges(facts: ChangeFacts, person: Person): boolean {
  const login = person.login?.toLowerCase();
  return facts.reviews.some(
    review =>
      review.state === 'CHANGES_REQUESTED' &&
      review.commitId === facts.pull.headSha &&
      review.login.toLowerCase() === login,
  );
}

function taskOfRequester(
  facts: ChangeFacts,
  assessment: Assessment,
): ChangeTask | undefined {
  const codes = codesOf(assessment);
  if (changesRequestedBy(facts.reviews).length > 0) return 'answer_review';
  if (codes.has('checks_failing') || codes.has('plan_failed')) {
    return 'fix_checks';
  }
  // Lists do not know what GitHub itself still asks for: it asks for an approval nearly everywhere.
  codes.delete('mergeability_unknown');
  const approved = assessment.approvals.some(({ valid }) => valid);
  return codes.size === 0 && approved ? 'merge' : undefined;
}

/** What an open change waits for, of one person; undefined when they can do nothing for it. */
export function taskOf(
  facts: ChangeFacts,
  assessment: Assessment,
  person: Person,
  viewer: { readonly isRequester: boolean; readonly canApprove: boolean },
): ChangeTask | undefined {
  const { state, draft } = facts.pull;
  if (state !== 'open' || draft) return undefined;
  if (viewer.isRequester) return taskOfRequester(facts, assessment);
  const isTheirs =
    viewer.canApprove &&
    wantsApproval(assessment, person) &&
    !hasAskedForChanges(facts, person);
  return isTheirs ? 'approve' : undefined;
}
