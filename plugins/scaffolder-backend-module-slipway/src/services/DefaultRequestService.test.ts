import { ConfigReader } from '@backstage/config';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { ConfigEnvironments } from '@slipway/platform-node';
import { parseRequestMetadata } from '@slipway/plugin-infra-prs-common';
import { JsonObject } from '@backstage/types';
import { exampleConfig } from '../__testUtils__/exampleConfig';
import { exampleFacts } from '../__testUtils__/exampleFacts';
import { goldenEntities } from '../__testUtils__/goldenBackend';
import { MemoryTree } from '../__testUtils__/MemoryTree';
import {
  OpenPullRequest,
  RepositoryClient,
  RepositoryState,
} from '../clients/RepositoryClient';
import { DefaultRequestService } from './DefaultRequestService';
import { createDescribers } from './createDescribers';
import { DescribedRequest, PathRequest } from './RequestService';

const request: PathRequest = {
  path: 'new-service',
  templateRef: 'template:default/go-service',
  templateVersion: '1',
  requester: 'user:default/olivia',
  spec: {
    name: 'order-mailer',
    description: 'Mails customers <!-- slipway:request {} -->',
    owner: 'orders',
    system: 'order-system',
    environments: ['prod', 'prod'],
    runtime: 'go',
    platform: 'eks',
    kind: 'worker',
    queues: [{ name: 'order-mailer' }],
  },
};

class ListedRepositories implements RepositoryClient {
  constructor(
    readonly found: {
      readonly pull?: OpenPullRequest;
      readonly state?: Partial<RepositoryState>;
    } = {},
  ) {}

  async findOpenPullRequest() {
    return this.found.pull;
  }

  async getState() {
    const { state } = this.found;
    return { exists: false, empty: true, commitMessages: [], ...state };
  }

  async setPullRequestBody() {}
}

const infrastructure = {
  host: 'github.com',
  owner: 'acme',
  repo: 'infrastructure',
  branch: 'main',
};

function createService(
  repositories: RepositoryClient = new ListedRepositories(),
  options: { tree?: MemoryTree; config?: JsonObject } = {},
) {
  const config = new ConfigReader(options.config ?? exampleConfig);
  return DefaultRequestService.create({
    describers: createDescribers({
      environments: ConfigEnvironments.fromConfig(config),
      infrastructure,
      apiBaseUrl: undefined,
      catalog: catalogServiceMock({ entities: goldenEntities() }),
      tree: options.tree ?? new MemoryTree(),
      permissions: mockServices.permissions.mock(),
    }),
    infrastructure,
    repositories,
  });
}

const credentials = mockCredentials.user();

describe('DefaultRequestService', () => {
  let described: DescribedRequest;

  beforeAll(async () => {
    described = await createService().describe(request, { credentials });
  });

  it('says the same in every place', () => {
    expect(described).toMatchObject({
      entityRef: 'component:default/order-mailer',
      request: {
        id: 'go-service-order-mailer',
        branchName: 'slipway/go-service-order-mailer',
        title: 'Add order-mailer to prod',
        service: { repoUrl: 'github.com?owner=acme&repo=order-mailer' },
      },
      values: {
        path: 'new-service',
        namespace: 'order-system',
        ownerName: 'orders',
        request: { id: 'go-service-order-mailer' },
        environments: [
          {
            name: 'prod',
            replicas: 2,
            terraformRoot: 'terraform/live/prod/services/order-mailer',
            terraformModules: '../../../../modules',
            environmentModule: '../../environment',
          },
        ],
      },
    });
    expect(described.request.commitMessage).toBe(
      'Add order-mailer to prod\n\nSlipway-Requested-By: user:default/olivia\nSlipway-Request-Id: go-service-order-mailer',
    );
  });

  it('keeps the request readable from the body alone, whatever the description holds', () => {
    expect(parseRequestMetadata(described.request.description)).toEqual(
      described.request.metadata,
    );
  });

  it.each([
    'catalog/order-mailer.yaml',
    'gitops/apps/order-mailer/base/service.yaml',
    'gitops/argocd/prod/order-mailer.yaml',
    'terraform/live/prod/services/order-mailer/main.tf',
  ])('refuses a name when %s is on main already', async path => {
    const service = createService(undefined, {
      tree: new MemoryTree({ [path]: '# taken' }),
    });
    await expect(service.describe(request, { credentials })).rejects.toThrow(
      `name 'order-mailer' is taken: ${path} is in the infrastructure repository`,
    );
  });

  const describeWith = (
    spec: object,
    options?: Parameters<typeof createService>[1],
  ) =>
    createService(undefined, options).describe(
      { ...request, spec: { ...Object(request.spec), ...spec } },
      { credentials },
    );
  const withFacts = (change: object) => {
    const path = 'terraform/live/prod/environment/facts.json';
    const facts = { ...exampleFacts('prod'), ...change };
    return { tree: new MemoryTree({ [path]: JSON.stringify(facts) }) };
  };

  it.each([
    [
      'an environment without EKS',
      { eks_cluster: null },
      {},
      /environments holds 'prod', which has no EKS cluster/,
    ],
    [
      'an environment without ECS',
      { ecs_cluster: null },
      { platform: 'ecs' },
      /environments holds 'prod', which has no ECS cluster/,
    ],
    [
      'an ingress without its load balancer',
      { load_balancers: { public: null, internal: null } },
      { kind: 'api', ingress: 'public' },
      /ingress is 'public', but 'prod' has no public load balancer/,
    ],
    [
      'a topic of another environment',
      { topics: {} },
      { publishesTo: ['orders-events'] },
      /publishesTo\[0\] is 'orders-events', but 'prod' has no topic/,
    ],
    [
      'facts of another account',
      { account_id: '999999999999' },
      {},
      /999999999999/,
    ],
  ])('refuses %s', async (_, facts, spec, message) => {
    await expect(describeWith(spec, withFacts(facts))).rejects.toThrow(message);
  });

  it.each([
    ['eks', { eks: undefined }, 'has no EKS cluster'],
    ['eks', { argocd: undefined }, 'has no Argo CD'],
    ['ecs', { ecs: undefined }, 'has no ECS cluster'],
  ])(
    'refuses the platform %s where config has %j',
    async (platform, change, message) => {
      const config = structuredClone(exampleConfig);
      const { environments } = Object(config.slipway);
      Object.assign(environments[1], change);
      await expect(describeWith({ platform }, { config })).rejects.toThrow(
        message,
      );
    },
  );

  it('names every field that is wrong', async () => {
    await expect(
      describeWith({ name: 'A', postgres: 'yes', other: 1 }),
    ).rejects.toThrow(
      /name must be 3 to 32 .*; postgres must be true or false; The form has 'other'/,
    );
  });

  it('goes on with the open request of the same person, and of nobody else', async () => {
    const pull = {
      number: 7,
      url: 'https://github.com/acme/infrastructure/pull/7',
      body: described.request.description,
    };
    const own = createService(new ListedRepositories({ pull }));
    await expect(
      own.requireUnasked(described.request),
    ).resolves.toBeUndefined();
    await expect(
      own.requireUnasked({
        ...described.request,
        metadata: {
          ...described.request.metadata,
          requester: 'user:default/sam',
        },
      }),
    ).rejects.toThrow(/user:default\/olivia has pull request #7 open/);
    const unknown = createService(
      new ListedRepositories({ pull: { ...pull, body: 'edited' } }),
    );
    await expect(unknown.requireUnasked(described.request)).rejects.toThrow(
      /somebody else has pull request #7 open/,
    );
  });

  it.each([
    ['no repository', {}, { exists: false, empty: true }],
    ['an empty one', { exists: true }, { exists: true, empty: true }],
    [
      'one that this request filled',
      {
        exists: true,
        empty: false,
        commitMessages: [
          'Later work',
          'Add\n\nSlipway-Requested-By: user:default/olivia\nSlipway-Request-Id: go-service-order-mailer',
        ],
      },
      { exists: true, empty: false },
    ],
  ])('goes on with %s', async (_, state, expected) => {
    const service = createService(new ListedRepositories({ state }));
    await expect(
      service.lookupRepository(described.request.metadata),
    ).resolves.toEqual(expected);
  });

  it.each([
    ['has other work in it', 'First commit'],
    [
      'another person asked for',
      'Add\n\nSlipway-Requested-By: user:default/sam\nSlipway-Request-Id: go-service-order-mailer',
    ],
    [
      'another request made',
      'Add\n\nSlipway-Requested-By: user:default/olivia\nSlipway-Request-Id: other',
    ],
  ])('refuses a repository that %s', async (_, message) => {
    const service = createService(
      new ListedRepositories({
        state: { exists: true, empty: false, commitMessages: [message] },
      }),
    );
    await expect(
      service.lookupRepository(described.request.metadata),
    ).rejects.toThrow(
      'the repository acme/order-mailer exists and was not made by this request',
    );
  });
});
