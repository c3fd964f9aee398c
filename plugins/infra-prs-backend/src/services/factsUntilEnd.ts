import { ChangeFacts } from './changeFacts';

/**
 * What was known when a change was merged or closed: a check that ends afterwards, or a review that is written afterwards,
 * does not change how far it came or whether an approval counted. Of an open one all counts. Pure.
 */
export function factsUntilEnd(facts: ChangeFacts): ChangeFacts {
  const end = facts.pull.mergedAt ?? facts.pull.closedAt;
  if (facts.pull.state === 'open' || !end) return facts;
  const isBefore = (time: string | undefined) =>
    time !== undefined && Date.parse(time) <= Date.parse(end);
  return {
    ...facts,
    reviews: facts.reviews.filter(({ submittedAt }) => isBefore(submittedAt)),
    checks: facts.checks.filter(({ completedAt }) => isBefore(completedAt)),
    planComments: facts.planComments?.filter(({ createdAt }) =>
      isBefore(createdAt),
    ),
  };
}
