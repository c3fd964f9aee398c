import { PLAN_CHECK_NAME } from '@slipway/plugin-infra-prs-common';
import { assessChange, Surroundings } from '../services/assessChange';
import { whyStopMerging } from '../services/autoMergeRules';
import { ChangeFacts, CheckFacts } from '../services/changeFacts';

const isAfter = (time: string | undefined, moment: string) =>
  time !== undefined && Date.parse(time) > Date.parse(moment);

/** Checks as they were at a moment: what has ended since was running then. */
function checksAt(checks: readonly CheckFacts[], moment: string): CheckFacts[] {
  return checks
    .filter(({ startedAt }) => !isAfter(startedAt, moment))
    .map(check =>
      isAfter(check.completedAt, moment)
        ? { ...check, status: 'in_progress', conclusion: undefined }
        : check,
    );
}

/** The facts as they were in the moment of the merge; undefined when the plan of that moment is not listed any more. */
function factsAtMerge(
  facts: ChangeFacts,
  mergedAt: string,
): ChangeFacts | undefined {
  const checks = checksAt(facts.checks, mergedAt);
  const plans = (list: readonly CheckFacts[]) =>
    list.filter(({ name }) => name === PLAN_CHECK_NAME).length;
  if (plans(checks) === 0 && plans(facts.checks) > 0) return undefined;
  return {
    ...facts,
    checks,
    pull: { ...facts.pull, state: 'open', mergedAt: undefined },
    reviews: facts.reviews.filter(
      ({ submittedAt }) => !isAfter(submittedAt, mergedAt),
    ),
    planComments: facts.planComments?.filter(
      ({ createdAt }) => !isAfter(createdAt, mergedAt),
    ),
  };
}

/**
 * What a merged change lacked of Slipway's own rules when it was merged, in words: it was merged on GitHub itself, or
 * something moved in the moment of the merge. Undefined when it lacked nothing, or that cannot be told any more. Pure.
 */
export function whyUnapproved(
  facts: ChangeFacts,
  around: Surroundings,
): string | undefined {
  const { mergedAt } = facts.pull;
  const before = mergedAt && factsAtMerge(facts, mergedAt);
  return before && whyStopMerging(assessChange(before, around));
}
