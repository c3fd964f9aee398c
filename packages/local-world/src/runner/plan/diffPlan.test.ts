import { AppliedResource } from '../../world/types';
import { diffPlan } from './diffPlan';
import { PlannedResource } from './PlannedResource';

const type = 'aws_sqs_queue';
const planned = (
  values: Record<string, unknown>,
  more: Partial<PlannedResource> = {},
): PlannedResource => ({
  address: 'q',
  type,
  values,
  unknown: [],
  sensitive: [],
  ...more,
});
const applied = (values: Record<string, unknown>) =>
  new Map<string, AppliedResource>([['q', { address: 'q', type, values }]]);

describe('diffPlan', () => {
  it.each([
    ['nothing', { name: 'a' }, { name: 'a' }, 'no-op', []],
    [
      'a value',
      { name: 'a', delay_seconds: 1 },
      { name: 'a', delay_seconds: 2 },
      'update',
      [{ path: 'delay_seconds', before: '1', after: '2' }],
    ],
    [
      'a name',
      { name: 'a' },
      { name: 'b' },
      'replace',
      [{ path: 'name', before: 'a', after: 'b', replaces: true }],
    ],
    [
      'one tag, one gone, one new',
      { tags: { a: '1', b: '2', c: '3' } },
      { tags: { a: '1', b: '4', d: '5' } },
      'update',
      [
        { path: 'tags.b', before: '2', after: '4' },
        { path: 'tags.c', before: '3' },
        { path: 'tags.d', after: '5' },
      ],
    ],
    [
      'only how JSON is laid out',
      { policy: '{"a":[1,{"c":2,"b":3}]}' },
      { policy: '{ "a": [1, { "b": 3, "c": 2 }] }' },
      'no-op',
      [],
    ],
    ['a null', { name: 'a', policy: null }, { name: 'a' }, 'no-op', []],
  ])('sees %s', (_what, before, after, action, attributes) => {
    const { resources, changes } = diffPlan([planned(after)], applied(before));
    expect(resources[0].change).toEqual({
      address: 'q',
      type,
      action,
      attributes,
    });
    expect(changes).toHaveLength(action === 'no-op' ? 0 : 1);
  });

  it('creates, deletes, and tells what is known only later', () => {
    const made = diffPlan(
      [planned({ name: 'a' }, { unknown: ['url'] })],
      new Map(),
    );
    expect(made.changes).toMatchObject([
      {
        action: 'create',
        attributes: [
          { path: 'name', after: 'a' },
          { path: 'url', unknown: true },
        ],
      },
    ]);
    expect(diffPlan([], applied({ name: 'a' })).changes).toMatchObject([
      { action: 'delete', attributes: [{ path: 'name', before: 'a' }] },
    ]);
    // Applied resources hold no unknown values, so one that is unknown again is no change.
    const again = planned({ name: 'a' }, { unknown: ['url'] });
    const { resources } = diffPlan([again], applied({ name: 'a' }));
    expect(resources).toMatchObject([{ action: 'no-op' }]);
  });

  it('never shows secrets', () => {
    const secret = planned({ token: 'new' }, { sensitive: ['token'] });
    const changes = [
      ...diffPlan([secret], applied({ token: 'old' })).changes,
      ...diffPlan([], applied({ password: 'old' })).changes,
    ];
    expect(changes.flatMap(change => change.attributes)).toEqual([
      { path: 'token', sensitive: true },
      { path: 'password', sensitive: true },
    ]);
  });
});
