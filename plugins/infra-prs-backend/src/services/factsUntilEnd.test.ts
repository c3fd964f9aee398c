import { check, facts, pull, review } from '../__testUtils__/facts';
import { factsUntilEnd } from './factsUntilEnd';

const END = '2026-01-01T02:00:00Z';
const LATER = '2026-01-01T02:00:01Z';
const known = {
  reviews: [
    review({ id: 1, submittedAt: END }),
    review({ id: 2, submittedAt: LATER }),
  ],
  checks: [
    check('fmt', { id: 3, completedAt: END }),
    check('plan', { id: 4, completedAt: LATER }),
    check('scan', { id: 5, status: 'in_progress', completedAt: undefined }),
  ],
};

describe('the facts of a change that is over', () => {
  it.each([
    ['merged', { state: 'closed' as const, mergedAt: END, closedAt: END }],
    ['closed', { state: 'closed' as const, closedAt: END }],
  ])('are those until it was %s', (_, over) => {
    const { reviews, checks } = factsUntilEnd(
      facts({ ...known, pull: pull(over) }),
    );
    expect(reviews.map(({ id }) => id)).toEqual([1]);
    expect(checks.map(({ id }) => id)).toEqual([3]);
  });

  it('are all facts while it is open, also after it was reopened', () => {
    const open = facts({ ...known, pull: pull({ closedAt: undefined }) });
    expect(factsUntilEnd(open)).toBe(open);
  });
});
