import { mockCredentials } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { ConfigReader } from '@backstage/config';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { ConfigEnvironments } from '../environments/ConfigEnvironments';
import { DefaultEntityResources } from './DefaultEntityResources';

const environments = ConfigEnvironments.fromConfig(
  new ConfigReader({
    slipway: {
      environments: [
        {
          name: 'dev',
          account: '111111111111',
          region: 'eu-west-1',
          argocd: { instance: 'argo-dev' },
          amp: { workspace: 'ws-1' },
          ecs: { cluster: 'main' },
          infrastructure: { path: 'live/dev' },
        },
        {
          name: 'prod',
          account: '222222222222',
          region: 'eu-west-1',
          argocd: { instance: 'argo-prod' },
          infrastructure: { path: 'live/prod' },
        },
        {
          name: 'team-a',
          account: '333333333333',
          region: 'eu-west-1',
          resourcePrefix: 'a-',
          infrastructure: { path: 'live/a' },
        },
        {
          name: 'team-ab',
          account: '333333333333',
          region: 'eu-west-1',
          resourcePrefix: 'a-b-',
          infrastructure: { path: 'live/ab' },
        },
      ],
    },
  }),
);

const credentials = mockCredentials.user();
const sqs = (name: string, account = '111111111111') =>
  `arn:aws:sqs:eu-west-1:${account}:${name}`;

function entity(
  kind: string,
  name: string,
  annotations: Record<string, string>,
  more: Partial<Entity> = {},
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name, namespace: 'default', annotations },
    ...more,
  };
}

const component = (
  annotations: Record<string, string>,
  more?: Partial<Entity>,
) => entity('Component', 'orders', annotations, more);

const create = (entities: Entity[] = []) =>
  DefaultEntityResources.create({
    catalog: catalogServiceMock({ entities }),
    environments,
  });

describe('getEntity', () => {
  it('reads, and tells malformed refs from unknown ones', async () => {
    const resources = create([component({})]);
    expect(
      (await resources.getEntity('component:default/orders', credentials))
        .metadata.name,
    ).toBe('orders');
    await expect(
      resources.getEntity('component:default/other', credentials),
    ).rejects.toThrow('There is no entity component:default/other');
    await expect(resources.getEntity('::', credentials)).rejects.toThrow(
      /is not an entity ref/,
    );
  });
});

describe('queues', () => {
  it('unites own annotations with those of related queues, each queue once', async () => {
    const related = [
      entity(
        'Resource',
        'roadie',
        { 'amazon.com/sqs-queue-arn': sqs('roadie') },
        { spec: { type: 'sqs-queue' } },
      ),
      entity(
        'Resource',
        'labs',
        {
          'aws.amazon.com/arn': sqs('labs', '222222222222'),
          'aws.amazon.com/resource-type': 'AWS::SQS::Queue',
        },
        { spec: { type: 'AWS' } },
      ),
      entity('Resource', 'db', { 'aws.amazon.com/arn': sqs('not-this') }),
    ];
    const target = component(
      {
        'aws.amazon.com/amazon-sqs-queue-arn': `${sqs('own')} , ${sqs(
          'roadie',
        )},`,
      },
      {
        relations: [
          { type: 'dependsOn', targetRef: 'resource:default/roadie' },
          { type: 'dependsOn', targetRef: 'resource:default/labs' },
          { type: 'dependsOn', targetRef: 'resource:default/db' },
          { type: 'dependsOn', targetRef: 'resource:default/unseen' },
          { type: 'ownedBy', targetRef: 'resource:default/odd' },
        ],
      },
    );
    const { resources, problems } = await create(related).queues(
      target,
      credentials,
    );
    expect(
      resources.map(({ name, environment }) => [name, environment.name]),
    ).toEqual([
      ['own', 'dev'],
      ['roadie', 'dev'],
      ['labs', 'prod'],
    ]);
    expect(problems).toEqual([]);
  });

  it('tells environments of one account apart by their prefix', async () => {
    const { resources, problems } = await create().queues(
      component({
        'aws.amazon.com/amazon-sqs-queue-arn': ['a-x', 'a-b-x', 'c-x']
          .map(name => sqs(name, '333333333333'))
          .join(),
      }),
      credentials,
    );
    expect(resources.map(({ environment }) => environment.name)).toEqual([
      'team-a',
      'team-ab',
    ]);
    expect(problems).toHaveLength(1);
  });

  it('reports what it cannot use without repeating all of it', async () => {
    const { resources, problems } = await create().queues(
      component({
        'aws.amazon.com/amazon-sqs-queue-arn': `${'x'.repeat(
          5_000,
        )},arn:aws:sqs:us-east-1:111111111111:q`,
      }),
      credentials,
    );
    expect(resources).toEqual([]);
    expect(problems.map(({ message }) => message.length < 300)).toEqual([
      true,
      true,
    ]);
    expect(problems[1].message).toContain('us-east-1');
  });
});

describe('argoApplications', () => {
  it('takes every instance unless the annotation chooses', () => {
    const resources = create();
    expect(
      resources.argoApplications(component({ 'argocd/app-name': 'a,b' }))
        .resources,
    ).toMatchObject([
      { appName: 'a', instance: 'argo-dev', environment: { name: 'dev' } },
      { appName: 'b', instance: 'argo-dev' },
      { appName: 'a', instance: 'argo-prod', environment: { name: 'prod' } },
      { appName: 'b', instance: 'argo-prod' },
    ]);
    const chosen = resources.argoApplications(
      component({
        'argocd/app-selector': 'app=x',
        'argocd/instance-name': 'argo-prod, gone',
        'argocd/app-namespace': 'team',
        'argocd/project-name': 'p',
      }),
    );
    expect(chosen.resources).toMatchObject([
      {
        selector: 'app=x',
        instance: 'argo-prod',
        appNamespace: 'team',
        project: 'p',
      },
    ]);
    expect(chosen.problems).toMatchObject([
      {
        annotation: 'argocd/instance-name',
        message: expect.stringContaining("'gone'"),
      },
    ]);
  });

  it('prefers the name to the selector and says so', () => {
    const { resources, problems } = create().argoApplications(
      component({ 'argocd/app-name': 'a', 'argocd/app-selector': 'app=x' }),
    );
    expect(
      resources.map(({ appName, selector }) => [appName, selector]),
    ).toEqual([
      ['a', undefined],
      ['a', undefined],
    ]);
    expect(problems).toMatchObject([{ annotation: 'argocd/app-selector' }]);
  });
});

describe('ecsServices and metrics', () => {
  it.each([
    ['service/c/s', { cluster: 'c', service: 's' }],
    ['service/s', { cluster: 'main', service: 's' }],
  ])('reads %s', (resource, expected) => {
    const { resources } = create().ecsServices(
      component({
        'aws.amazon.com/amazon-ecs-service-arn': `arn:aws:ecs:eu-west-1:111111111111:${resource}`,
      }),
    );
    expect(resources).toMatchObject([expected]);
  });

  it.each(['cluster/c', 'service/a/b/c', 'service/'])(
    'refuses %s',
    resource => {
      const { resources, problems } = create().ecsServices(
        component({
          'aws.amazon.com/amazon-ecs-service-arn': `arn:aws:ecs:eu-west-1:111111111111:${resource}`,
        }),
      );
      expect(resources).toEqual([]);
      expect(problems).toHaveLength(1);
    },
  );

  it('finds metrics where there is a workspace, and refuses names that are none', () => {
    const resources = create();
    const annotation = 'prometheus.io/service-name';
    expect(
      resources.metrics(component({ [annotation]: 'orders' })).resources,
    ).toMatchObject([{ serviceName: 'orders', environment: { name: 'dev' } }]);
    expect(
      resources.metrics(component({ [annotation]: 'x"} or up{a="' })),
    ).toMatchObject({ resources: [], problems: [{ annotation }] });
    expect(resources.metrics(component({}))).toEqual({
      resources: [],
      problems: [],
    });
  });
});
