import { ConfigReader } from '@backstage/config';
import { readQueueProviderConfig } from '../readQueueProviderConfig';
import { toQueueEntities } from './toQueueEntities';

const arn = 'arn:aws:sqs:eu-west-1:111111111111:dev-orders';
const environment = {
  name: 'dev',
  title: 'Development',
  account: '111111111111',
  region: 'eu-west-1',
  infrastructure: { path: 'terraform/live/dev' },
  protection: 'none' as const,
  approvers: [],
};

function config(queues: object = {}) {
  return readQueueProviderConfig(
    new ConfigReader({ slipway: { catalog: { queues } } }),
  );
}

function entityOf(tags: Record<string, string>, queues: object = {}) {
  const { entities } = toQueueEntities([{ arn, tags }], {
    environment,
    ...config(queues),
  });
  return entities[0];
}

describe('toQueueEntities', () => {
  it.each([
    [{ 'slipway:redrive': 'never' }, { 'slipway.io/queue-redrive': 'never' }],
    [{ 'slipway:redrive': ' Never ' }, { 'slipway.io/queue-redrive': 'never' }],
    [{ 'slipway:redrive': 'always' }, {}],
    [
      { 'slipway:age-objective': '5m' },
      { 'slipway.io/queue-age-objective': '5m' },
    ],
    [
      { 'slipway:age-objective': 'PT5M' },
      { 'slipway.io/queue-age-objective': 'PT5M' },
    ],
    [{ 'slipway:age-objective': '<script>' }, {}],
    [{ 'slipway:age-objective': '' }, {}],
  ])('annotates by %j', (tags, expected) => {
    const { annotations } = entityOf({ owner: 'a', ...tags }).metadata;
    const ours = Object.entries(annotations ?? {}).filter(([key]) =>
      key.startsWith('slipway.io/'),
    );
    expect(Object.fromEntries(ours)).toEqual(expected);
  });

  it('reads the tags that the company writes, the first that is there', () => {
    const tags = { owner: ['Team', 'owner'], component: 'app', system: 'Area' };
    expect(
      entityOf({ Team: 'x', owner: 'y', app: 'mailer', Area: 'shop' }, { tags })
        .spec,
    ).toMatchObject({
      owner: 'group:default/x',
      dependencyOf: ['component:default/mailer'],
      system: 'system:default/shop',
    });
    expect(entityOf({ owner: 'y' }, { tags }).spec.owner).toBe(
      'group:default/y',
    );
    expect(entityOf({ component: 'z' }, { tags })).toBeUndefined();
  });

  it.each([
    [{ tags: { owner: '' } }, /slipway.catalog.queues.tags.owner/],
    [{ tags: { team: 'x' } }, /Unrecognized key/],
    [{ tags: { owner: [] } }, /slipway.catalog.queues.tags.owner/],
    [{ callsPerSecond: 0 }, /callsPerSecond' is 0/],
    [{ defaultOwner: ':a' }, /defaultOwner/],
  ])('refuses %j', (queues, message) => {
    expect(() => config(queues)).toThrow(message);
  });
});
