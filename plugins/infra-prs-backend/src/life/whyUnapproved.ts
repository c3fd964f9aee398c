import { PLAN_CHECK_NAME } from '@slipway/plugin-infra-prs-common';
import { assessChange, Surroundings } from '../services/assessChange';
import { whyStopMerging } from '../services/autoMergeRules';
import { ChangeFacts } from '../services/changeFacts';
import { latestChecks } from '../services/planState';

/** A plan that was begun after the merge says nothing of the one that was merged. */
function isPlannedSince({ checks }: ChangeFacts, mergedAt: string): boolean {
  return latestChecks(checks).some(
    ({ name, startedAt }) =>
      name === PLAN_CHECK_NAME &&
      startedAt !== undefined &&
      Date.parse(startedAt) > Date.parse(mergedAt),
  );
}

/**
 * What a merged change lacked of Slipway's own rules when it was merged, in words: it was merged on GitHub itself, or
 * something moved in the moment of the merge. Undefined when it lacked nothing, or that cannot be told any more. Pure.
 */
export function whyUnapproved(
  facts: ChangeFacts,
  around: Surroundings,
): string | undefined {
  const { pull } = facts;
  const { mergedAt } = pull;
  if (!mergedAt || isPlannedSince(facts, mergedAt)) return undefined;
  const reviews = facts.reviews.filter(
    ({ submittedAt }) => Date.parse(submittedAt) <= Date.parse(mergedAt),
  );
  const before = { ...pull, state: 'open' as const, mergedAt: undefined };
  return whyStopMerging(
    assessChange({ ...facts, pull: before, reviews }, around),
  );
}
