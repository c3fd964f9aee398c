import { Entity } from '@backstage/catalog-model';
import { dev, prod } from '../__testUtils__/facts';
import { touchTest } from './touchTest';

const around = {
  repository: {
    host: 'github.test',
    owner: 'acme',
    repo: 'infrastructure',
    branch: 'main',
  },
  environments: [dev, prod],
  queuesOf: ({ metadata }: Entity) =>
    metadata.annotations?.queue ? [metadata.annotations.queue] : [],
};

const entity = (
  kind: string,
  name: string,
  over: { annotations?: Record<string, string>; parts?: string[] } = {},
): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind,
  metadata: { name, namespace: 'default', annotations: over.annotations },
  relations: (over.parts ?? []).map(targetRef => ({
    type: 'hasPart',
    targetRef,
  })),
});

const mailer = entity('Component', 'mailer');
const queue = entity('Resource', 'prod-orders');
const source = (path: string) => ({
  'backstage.io/source-location': `url:https://github.test/acme/infrastructure/${path}`,
});

const change = (over: {
  paths?: string[];
  names?: string[];
  entityRef?: string;
}) => {
  const { entityRef, paths = [], names = [] } = over;
  return { item: { entityRef }, paths, names };
};

describe('touchTest', () => {
  it.each<[string, boolean, Entity, ReturnType<typeof change>]>([
    [
      'a service by its folder',
      true,
      mailer,
      change({ paths: ['terraform/live/dev/services/mailer/main.tf'] }),
    ],
    [
      'not another service of a similar name',
      false,
      mailer,
      change({ paths: ['terraform/live/dev/services/mailer-2/main.tf'] }),
    ],
    [
      'what the request says',
      true,
      entity('API', 'orders'),
      change({ entityRef: 'api:default/orders' }),
    ],
    [
      'a queue by the name in the plan',
      true,
      queue,
      change({ names: ['prod-orders'] }),
    ],
    [
      'a queue by its file',
      true,
      queue,
      change({ paths: ['terraform/live/prod/services/x/queue-orders.tf'] }),
    ],
    [
      'not the queue of another environment',
      false,
      queue,
      change({ paths: ['terraform/live/dev/services/x/queue-orders.tf'] }),
    ],
    [
      'a dead-letter queue by the file of its queue',
      true,
      entity('Resource', 'prod-orders-dlq'),
      change({ paths: ['terraform/live/prod/services/x/queue-orders.tf'] }),
    ],
    [
      'a queue that is called otherwise in the catalog',
      true,
      entity('Resource', 'orders', { annotations: { queue: 'prod-orders' } }),
      change({ names: ['prod-orders'] }),
    ],
    [
      'a system by its parts',
      true,
      entity('System', 'shop', { parts: ['component:default/mailer'] }),
      change({ paths: ['gitops/apps/mailer/base/x.yaml'] }),
    ],
    [
      'not a system by other services',
      false,
      entity('System', 'shop', { parts: ['component:default/mailer'] }),
      change({ paths: ['gitops/apps/other/base/x.yaml'] }),
    ],
    [
      'an entity by the folder it says it comes from',
      true,
      entity('Resource', 'network', {
        annotations: source('tree/main/terraform/live/dev/network/'),
      }),
      change({ paths: ['terraform/live/dev/network/vpc.tf'] }),
    ],
    [
      'nothing by a source that is the whole repository',
      false,
      entity('Resource', 'network', { annotations: source('tree/main/') }),
      change({ paths: ['terraform/live/dev/network/vpc.tf'] }),
    ],
  ])('finds %s', (_, expected, about, touched) => {
    expect(touchTest(about, around)(touched)).toBe(expected);
  });
});
