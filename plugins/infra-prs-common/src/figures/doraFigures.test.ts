import {
  doraFigures,
  FiguredChange,
  figuresOf,
  hasFailed,
  spreadOf,
} from './doraFigures';

const options = {
  from: Date.parse('2026-01-01T00:00:00Z'),
  to: Date.parse('2026-01-29T00:00:00Z'),
  failureDays: 7,
};
const change = (over: Partial<FiguredChange> = {}): FiguredChange => ({
  number: 1,
  team: 'group:default/orders',
  environments: ['dev'],
  template: 'template:default/queue',
  state: 'done',
  requestedAt: '2026-01-05T00:00:00Z',
  plannedAt: '2026-01-05T00:10:00Z',
  approvedAt: '2026-01-05T01:10:00Z',
  mergedAt: '2026-01-05T02:00:00Z',
  liveAt: '2026-01-05T03:00:00Z',
  ...over,
});

describe('figuresOf', () => {
  it.each([
    ['live', change(), { live: 1, merged: 1, failed: 0 }, 10_800],
    [
      'over because a later one took its place',
      change({ liveAt: undefined }),
      { live: 0, merged: 1, failed: 0 },
      undefined,
    ],
    [
      'degraded before a later one took its place',
      change({ liveAt: undefined, failedAt: '2026-01-05T02:30:00Z' }),
      { live: 0, merged: 1, failed: 1 },
      undefined,
    ],
    [
      'on its way',
      change({ liveAt: undefined, state: 'active' }),
      { live: 0, merged: 1, failed: 0 },
      undefined,
    ],
    [
      'failed',
      change({ liveAt: undefined, state: 'failed' }),
      { live: 0, merged: 1, failed: 1 },
      undefined,
    ],
    [
      'live after a failure',
      change({ failedAt: '2026-01-05T02:01:00Z' }),
      { live: 1, merged: 1, failed: 1 },
      10_800,
    ],
    [
      'withdrawn',
      change({
        mergedAt: undefined,
        liveAt: undefined,
        state: 'withdrawn',
      }),
      { live: 0, merged: 0, failed: 0 },
      undefined,
    ],
    [
      'of before',
      change({
        mergedAt: '2025-12-31T00:00:00Z',
        liveAt: '2025-12-31T01:00:00Z',
      }),
      { live: 0, merged: 0, failed: 0 },
      undefined,
    ],
  ])('of one that is %s', (_, one, counts, median) => {
    const found = figuresOf([one], options);
    expect(found).toMatchObject(counts);
    expect(found.leadTime.median).toBe(median);
    expect(found.reviewWait.median).toBe(3_600);
  });

  it('know no wait for a review of what nobody had to approve', () => {
    const { approvedAt } = change();
    const one = change({ plannedAt: approvedAt });
    expect(figuresOf([one], options).reviewWait).toEqual({ count: 0 });
  });

  it('have no rate of nothing', () => {
    expect(figuresOf([], options)).toEqual({
      live: 0,
      perWeek: 0,
      leadTime: { count: 0 },
      reviewWait: { count: 0 },
      failed: 0,
      merged: 0,
      failureRate: undefined,
    });
    expect(figuresOf([change(), change()], options).perWeek).toBe(0.5);
  });

  it.each([
    ['2026-01-12T01:59:00Z', true],
    ['2026-01-12T02:01:00Z', false],
  ])('count a revert at %s as a failure: %s', (revertedAt, expected) => {
    expect(hasFailed(change({ revertedAt }), 7)).toBe(expected);
  });
});

describe('spreadOf', () => {
  it.each([
    [[], { count: 0 }],
    [[5], { count: 1, median: 5 }],
    [[9, 1, 2, 4], { count: 4, median: 3 }],
    [[10, 9, 8, 7, 6, 5, 4, 3, 2, 1], { count: 10, median: 5.5, p90: 9 }],
  ])('of %j', (values, spread) => {
    expect(spreadOf(values)).toEqual(spread);
  });
});

it('go by team, week, environment and template', () => {
  const changes = [
    change(),
    change({ team: undefined, environments: ['prod'], template: undefined }),
    change({ liveAt: '2026-01-28T00:00:00Z' }),
  ];
  const all = doraFigures(changes, options);
  expect(all.teams.map(({ team, live }) => [team, live])).toEqual([
    ['group:default/orders', 2],
    ['', 1],
  ]);
  expect(
    all.byEnvironment.map(({ environment, live }) => [environment, live]),
  ).toEqual([
    ['dev', 2],
    ['prod', 1],
  ]);
  expect(all.byTemplate.map(each => each.template)).toEqual([
    'template:default/queue',
    '',
  ]);
  expect(all.weeks.map(({ live }) => live)).toEqual([2, 0, 0, 1]);
  expect(all.environments).toEqual(['dev', 'prod']);
  expect(all.templates).toEqual(['template:default/queue']);
  const prod = doraFigures(changes, { ...options, environment: 'prod' });
  expect([prod.counted, prod.kept, prod.all.live]).toEqual([1, 3, 1]);
  const template = 'template:default/queue';
  expect(doraFigures(changes, { ...options, template }).counted).toBe(2);
});
