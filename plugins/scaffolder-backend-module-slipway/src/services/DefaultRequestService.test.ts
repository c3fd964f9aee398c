import { ConfigReader } from '@backstage/config';
import { mockCredentials } from '@backstage/backend-test-utils';
import { ScmIntegrations } from '@backstage/integration';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { ConfigEnvironments } from '@slipway/platform-node';
import { parseRequestMetadata } from '@slipway/plugin-infra-prs-common';
import { goldenConfig, goldenEntities } from '../__testUtils__/goldenBackend';
import {
  OpenPullRequest,
  RepositoryClient,
  RepositoryState,
} from '../clients/RepositoryClient';
import { DefaultRequestService } from './DefaultRequestService';
import { DescribedRequest, ServiceRequest } from './RequestService';

const request: ServiceRequest = {
  templateRef: 'template:default/go-worker-eks',
  templateVersion: '1',
  requester: 'user:default/olivia',
  name: 'order-mailer',
  description: 'Mails customers <!-- slipway:request {} -->',
  owner: 'orders',
  system: 'order-system',
  environments: ['prod', 'prod'],
  queues: ['order-mailer'],
  parameters: { name: 'order-mailer' },
};

class ListedRepositories implements RepositoryClient {
  constructor(
    readonly found: {
      readonly paths?: string[];
      readonly pull?: OpenPullRequest;
      readonly state?: Partial<RepositoryState>;
    } = {},
  ) {}

  async pathExists(_: unknown, __: unknown, path: string) {
    return (this.found.paths ?? []).includes(path);
  }

  async findOpenPullRequest() {
    return this.found.pull;
  }

  async getState() {
    const { state } = this.found;
    return { exists: false, empty: true, commitMessages: [], ...state };
  }
}

function createService(repositories: RepositoryClient) {
  const config = new ConfigReader(goldenConfig);
  return DefaultRequestService.create({
    environments: ConfigEnvironments.fromConfig(config),
    infrastructure: {
      host: 'github.com',
      owner: 'acme',
      repo: 'infrastructure',
      branch: 'main',
    },
    integrations: ScmIntegrations.fromConfig(config),
    catalog: catalogServiceMock({ entities: goldenEntities() }),
    repositories,
  });
}

const credentials = mockCredentials.user();

describe('DefaultRequestService', () => {
  let described: DescribedRequest;

  beforeAll(async () => {
    described = await createService(new ListedRepositories()).describe(
      request,
      {
        credentials,
      },
    );
  });

  it('says the same in every place', () => {
    expect(described).toMatchObject({
      id: 'go-worker-eks-order-mailer',
      branchName: 'slipway/go-worker-eks-order-mailer',
      title: 'Add order-mailer to prod',
      entityRef: 'component:default/order-mailer',
      namespace: 'order-system',
      ownerName: 'orders',
      service: { repoUrl: 'github.com?owner=acme&repo=order-mailer' },
      environments: [
        {
          name: 'prod',
          replicas: 2,
          terraformRoot: 'terraform/live/prod/services/order-mailer',
          terraformModules: '../../../../modules',
          environmentModule: '../../environment',
        },
      ],
    });
    expect(described.commitMessage).toBe(
      'Add order-mailer to prod\n\nSlipway-Requested-By: user:default/olivia\nSlipway-Request-Id: go-worker-eks-order-mailer',
    );
  });

  it('keeps the request readable from the body alone, whatever the description holds', () => {
    expect(parseRequestMetadata(described.description)).toEqual(
      described.metadata,
    );
  });

  it('refuses what is on main already', async () => {
    const service = createService(
      new ListedRepositories({ paths: ['gitops/apps/order-mailer'] }),
    );
    await expect(service.checkInfrastructure(described)).rejects.toThrow(
      /name 'order-mailer' is taken: gitops\/apps\/order-mailer is on main/,
    );
  });

  it('goes on with the open request of the same person, and of nobody else', async () => {
    const pull = {
      number: 7,
      url: 'https://github.com/acme/infrastructure/pull/7',
      body: described.description,
    };
    const own = createService(new ListedRepositories({ pull }));
    await expect(own.checkInfrastructure(described)).resolves.toBeUndefined();
    await expect(
      own.checkInfrastructure({
        ...described,
        metadata: { ...described.metadata, requester: 'user:default/sam' },
      }),
    ).rejects.toThrow(/user:default\/olivia has pull request #7 open/);
    const unknown = createService(
      new ListedRepositories({ pull: { ...pull, body: 'edited' } }),
    );
    await expect(unknown.checkInfrastructure(described)).rejects.toThrow(
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
          'Add\n\nSlipway-Requested-By: user:default/olivia\nSlipway-Request-Id: go-worker-eks-order-mailer',
        ],
      },
      { exists: true, empty: false },
    ],
  ])('goes on with %s', async (_, state, expected) => {
    const service = createService(new ListedRepositories({ state }));
    await expect(service.lookupRepository(described.metadata)).resolves.toEqual(
      expected,
    );
  });

  it.each([
    ['has other work in it', 'First commit'],
    [
      'another person asked for',
      'Add\n\nSlipway-Requested-By: user:default/sam\nSlipway-Request-Id: go-worker-eks-order-mailer',
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
    await expect(service.lookupRepository(described.metadata)).rejects.toThrow(
      'the repository acme/order-mailer exists and was not made by this request',
    );
  });
});
