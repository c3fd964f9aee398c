import { pull } from '../__testUtils__/facts';
import { HappeningFacts } from '../services/happeningFacts';
import { happeningEvents } from './happeningEvents';
import { joinEvents } from './timelineOf';

const at = '2026-01-01T02:00:00Z';
const people = new Map([
  [
    'pat',
    {
      login: 'pat',
      userEntityRef: 'user:default/pat',
      ownershipEntityRefs: [],
    },
  ],
]);
const one = (over: Partial<HappeningFacts>): HappeningFacts => ({
  id: 'TE_1',
  type: 'ClosedEvent',
  at,
  login: 'pat',
  ...over,
});
const told = (over: Partial<HappeningFacts>, of = pull()) =>
  happeningEvents(of, [one(over)], people);

describe('what GitHub tells of a pull request', () => {
  it.each<[Partial<HappeningFacts>, string]>([
    [{}, `closed:${at} pat closed it without merging it`],
    [
      {
        type: 'HeadRefForcePushedEvent',
        from: 'a'.repeat(40),
        to: 'b'.repeat(40),
      },
      'force_pushed:github:TE_1 pat replaced its commits: aaaaaaa became bbbbbbb',
    ],
    [
      { type: 'BaseRefChangedEvent', from: 'main', to: 'next' },
      'base_changed:github:TE_1 pat changed where it goes, from main to next',
    ],
    [
      {
        type: 'ReviewDismissedEvent',
        login: undefined,
        reviewer: 'sam',
        reviewState: 'APPROVED',
      },
      'review_dismissed:github:TE_1 GitHub dismissed the approval by sam',
    ],
    [
      { type: 'RemovedFromMergeQueueEvent', reason: 'checks failed' },
      'unqueued:github:TE_1 pat took it out of the merge queue: checks failed',
    ],
  ])('%j', (over, words) => {
    const [event] = told(over);
    expect(`${event.id} ${event.text}`).toBe(words);
    expect(event.at).toBe(at);
  });

  it('says who did it in the catalog', () => {
    expect(told({})[0].actor).toEqual({
      login: 'pat',
      entityRef: 'user:default/pat',
    });
  });

  it('does not call a merge a close', () => {
    const merged = pull({ state: 'closed', mergedAt: '2026-01-01T02:00:01Z' });
    expect(told({}, merged)).toEqual([]);
  });

  it('leaves out what the portal has noted with its reason', () => {
    const [event] = told({ type: 'AutoMergeDisabledEvent' });
    const noted = {
      id: 'auto_merge:abc',
      at: '2026-01-01T02:00:30Z',
      kind: 'auto_merge' as const,
      text: 'Switched off: the approval is void',
    };
    expect(joinEvents([noted], [event])).toEqual([noted]);
    const later = { ...noted, at: '2026-01-01T03:00:00Z' };
    expect(joinEvents([later], [event])).toEqual([event, later]);
  });
});
