import { pull } from '../__testUtils__/facts';
import { KeptRequest } from '../store/LifeStore';
import { choosePolled } from './Poll';

const NOW = Date.parse('2026-11-28T12:00:00Z');
const MINUTE = 60_000;
const ago = (minutes: number) => new Date(NOW - minutes * MINUTE).toISOString();

const kept = (over: Partial<KeptRequest> = {}): KeptRequest => ({
  number: 1,
  version: 1,
  id: 'pull-1',
  title: '',
  url: '',
  headSha: 'a'.repeat(40),
  requesters: [],
  environments: [],
  stage: 'checks',
  state: 'active',
  stageSince: ago(5),
  requestedAt: ago(5),
  changedAt: ago(5),
  lookedAt: ago(2),
  ...over,
});
const rollsOut = (lookedAt: string) =>
  kept({ stage: 'applied', stageSince: ago(7 * 24 * 60), lookedAt });
const listed = pull({ updatedAt: ago(5) });

function choose(options: {
  open?: Parameters<typeof choosePolled>[0];
  closed?: Parameters<typeof choosePolled>[1];
  kept?: KeptRequest[];
}) {
  const all = options.kept ?? [];
  return choosePolled(
    options.open ?? [],
    options.closed ?? [],
    new Map(all.map(each => [each.number, each])),
    all.filter(({ state }) => state === 'active' || state === 'failed'),
    { now: NOW, startedAt: NOW - 10 * MINUTE },
  );
}

describe('what a poll looks at', () => {
  it.each([
    ['what nobody has ever looked at', { open: [listed] }, [1]],
    [
      'what GitHub says has moved',
      {
        open: [{ ...listed, updatedAt: ago(1) }],
        kept: [kept({ lookedAt: ago(0) })],
      },
      [1],
    ],
    [
      'what has another head',
      { open: [listed], kept: [kept({ headSha: 'b', lookedAt: ago(0) })] },
      [1],
    ],
    [
      'what has not moved, a while after the last look',
      { open: [listed], kept: [kept()] },
      [1],
    ],
    [
      'not what was looked at just now',
      { open: [listed], kept: [kept({ lookedAt: ago(0.5) })] },
      [],
    ],
    [
      'seldom what has stood still for a week',
      { kept: [kept({ stageSince: ago(7 * 24 * 60), lookedAt: ago(60) })] },
      [],
    ],
    [
      'but four times a day',
      { kept: [kept({ stageSince: ago(90 * 24 * 60), lookedAt: ago(361) })] },
      [1],
    ],
    [
      'soon a rollout that was looked at while the portal started',
      { kept: [rollsOut(ago(9.5)), { ...rollsOut(ago(4)), number: 2 }] },
      [1],
    ],
    [
      'not what is over',
      {
        closed: [{ ...listed, state: 'closed' as const, closedAt: ago(5) }],
        kept: [kept({ state: 'done', lookedAt: ago(999), closedAt: ago(5) })],
      },
      [],
    ],
    [
      'what was opened again within the second in which it was closed',
      {
        open: [listed],
        kept: [kept({ state: 'withdrawn', closedAt: ago(5) })],
      },
      [1],
    ],
    [
      'what was over when the database was lost, but not from long ago',
      {
        closed: [
          { ...listed, closedAt: ago(60) },
          { ...listed, number: 2, closedAt: ago(200 * 24 * 60) },
        ],
      },
      [1],
    ],
  ])('%s', (_, options, numbers) => {
    expect(choose(options)).toEqual(numbers);
  });
});
