import { pull } from '../__testUtils__/facts';
import { revertsOf } from '../life/revertsOf';
import { KeptRequest } from '../store/LifeStore';
import { revertTimes } from './revertTimes';

const AT = '2026-01-02T00:00:00Z';
const merged = 'a'.repeat(40);
const kept = (over: Partial<KeptRequest>): KeptRequest => ({
  number: 1,
  id: 'pull-1',
  title: '',
  url: '',
  headSha: 'b'.repeat(40),
  requesters: [],
  environments: [],
  stage: 'live',
  state: 'done',
  stageSince: AT,
  requestedAt: AT,
  changedAt: AT,
  version: 1,
  lookedAt: AT,
  ...over,
});

const url = 'https://github.com/acme/infrastructure/pull/9';
const pulls: Array<[string, Parameters<typeof revertsOf>]> = [
  [
    'by the portal',
    [pull({ number: 9, url, body: 'Reverts #1, `Mailer`.' }), []],
  ],
  [
    "by GitHub's button",
    [
      pull({
        number: 9,
        url,
        title: 'Revert "Mailer"',
        body: 'Reverts acme/infrastructure#1',
      }),
      [],
    ],
  ],
  ['by its branch', [pull({ number: 9, url, headRef: 'revert-1-mailer' }), []]],
  [
    'by a commit',
    [
      pull({ number: 9, url }),
      [{ message: `Revert "Mailer"\n\nThis reverts commit ${merged}.` }],
    ],
  ],
];

describe('a change that takes another back', () => {
  const first = kept({ mergeSha: merged, mergedAt: '2026-01-01T00:00:00Z' });

  it.each(pulls)('is found %s', (_, of) => {
    const revert = kept({
      number: 9,
      mergedAt: AT,
      reverts: revertsOf(...of),
    });
    expect([...revertTimes([revert, first])]).toEqual([[1, AT]]);
  });

  it.each<[string, string]>([
    ['names another repository', 'Reverts acme/other#1'],
    ['only mentions it', 'It never Reverts #1'],
    ['names itself', 'Reverts #9'],
  ])('is none where it %s', (_, body) => {
    expect(revertsOf(pull({ number: 9, url, body }), [])).toBeUndefined();
  });

  it('counts once it is merged, and from the first one', () => {
    const reverts = { numbers: [1], commits: [] };
    const open = kept({ number: 9, reverts });
    expect(revertTimes([open, first]).size).toBe(0);
    const later = '2026-01-03T00:00:00Z';
    const both = [
      kept({ number: 10, reverts, mergedAt: later }),
      kept({ number: 9, reverts, mergedAt: AT }),
    ];
    expect(revertTimes(both).get(1)).toBe(AT);
  });
});
