import {
  ConflictError,
  NotAllowedError,
  ServiceUnavailableError,
} from '@backstage/errors';
import { mockCredentials } from '@backstage/backend-test-utils';
import { BulkCommand } from '@slipway/plugin-infra-prs-common';
import { BulkDecisions } from './BulkDecisions';

const actor = { credentials: mockCredentials.user(), githubToken: 't' };

function commandOf(decision: BulkCommand['decision'], numbers: number[]) {
  const seen = { headSha: 'a'.repeat(40), planDigest: 'sha256:1' };
  return { decision, items: numbers.map(number => ({ number, ...seen })) };
}

/** Decides about changes 1 to n, of which some fail; counts how many are decided at a time. */
async function decideAll(
  decision: BulkCommand['decision'],
  count: number,
  failures: Record<number, Error> = {},
) {
  let now = 0;
  let most = 0;
  const decideOne = async (number: number) => {
    now += 1;
    most = Math.max(most, now);
    await new Promise(resolve => setTimeout(resolve, 5));
    now -= 1;
    if (failures[number]) throw failures[number];
    return { number, before: 'open', after: 'done' };
  };
  const bulk = new BulkDecisions({ approve: decideOne, merge: decideOne });
  const numbers = Array.from({ length: count }, (_, index) => index + 1);
  const command = commandOf(decision, numbers);
  const results = await bulk.decide(command, actor, (_, decide) => decide());
  return { results, most };
}

describe('BulkDecisions', () => {
  it.each([
    ['approve', 3],
    ['merge', 1],
  ] as const)('decides to %s for %i at a time', async (decision, atOnce) => {
    const { results, most } = await decideAll(decision, 10);
    expect(most).toBe(atOnce);
    expect(results.map(({ number }) => number)).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8, 9, 10,
    ]);
    expect(new Set(results.map(({ outcome }) => outcome))).toEqual(
      new Set(['done']),
    );
  });

  it('goes on after what is refused, and says why', async () => {
    const { results } = await decideAll('merge', 4, {
      1: new ConflictError('It moved'),
      2: new NotAllowedError('Not you'),
      3: new TypeError('broken'),
    });
    expect(results.map(({ outcome, message }) => [outcome, message])).toEqual([
      ['refused', 'It moved'],
      ['refused', 'Not you'],
      ['failed', 'broken'],
      ['done', undefined],
    ]);
  });

  it('tries nothing more once GitHub is in trouble', async () => {
    const limit = new ServiceUnavailableError("GitHub's rate limit is used up");
    const { results } = await decideAll('merge', 4, { 2: limit });
    expect(results.map(({ outcome }) => outcome)).toEqual([
      'done',
      'failed',
      'not_tried',
      'not_tried',
    ]);
    expect(results[3].message).toContain('rate limit');
  });
});
