import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { Entity } from '@backstage/catalog-model';
import { ConfigEnvironments } from '@slipway/platform-node';
import { resolve } from 'node:path';
import { RenderedFile } from '../render/PartRenderer';
import { DirectoryPartSource } from '../render/PartSource';
import { RequestRenderer } from '../render/RequestRenderer';
import { createDescribers } from '../services/createDescribers';
import { DefaultRequestService } from '../services/DefaultRequestService';
import { PathRequest } from '../services/RequestService';
import { exampleConfig } from './exampleConfig';
import { MemoryTree } from './MemoryTree';

const infrastructure = {
  host: 'github.com',
  owner: 'acme',
  repo: 'infrastructure',
  branch: 'main',
};
const credentials = mockCredentials.user('user:default/olivia');
const parts = new DirectoryPartSource(
  resolve(__dirname, '../../../../templates/_parts'),
);

const entity = (kind: string, name: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind,
  metadata: { name, namespace: 'default' },
  spec: { owner: 'group:default/orders', system: 'order-system' },
});

interface RequestsOptions {
  /** Components that the catalog has. */
  readonly components?: readonly string[];
  readonly permissions?: ReturnType<typeof mockServices.permissions>;
}

function createRequests(tree: MemoryTree, options: RequestsOptions) {
  const entities = [
    entity('Group', 'orders'),
    entity('System', 'order-system'),
    ...(options.components ?? []).map(name => entity('Component', name)),
  ];
  return DefaultRequestService.create({
    describers: createDescribers({
      environments: ConfigEnvironments.fromConfig(
        new ConfigReader(exampleConfig),
      ),
      infrastructure,
      apiBaseUrl: undefined,
      catalog: catalogServiceMock({ entities }),
      tree,
      permissions: options.permissions ?? mockServices.permissions(),
    }),
    infrastructure,
    repositories: {
      getState: async () => ({
        exists: false,
        empty: true,
        commitMessages: [],
      }),
      findOpenPullRequest: async () => undefined,
      setPullRequestBody: async () => {},
    },
  });
}

/** Describes and renders requests on a repository in memory. */
export function requestsOnTree(
  tree: MemoryTree,
  options: RequestsOptions = {},
) {
  const requests = createRequests(tree, options);
  const renderer = new RequestRenderer({
    parts: { forTemplate: async () => parts },
    tree,
  });
  const describe = (
    asked: Pick<PathRequest, 'path' | 'spec'>,
    template = 'go-service',
  ) =>
    requests.describe(
      {
        ...asked,
        templateRef: `template:default/${template}`,
        templateVersion: '1',
        requester: 'user:default/olivia',
      },
      { credentials },
    );
  return {
    describe,
    async render(asked: Pick<PathRequest, 'path' | 'spec'>, template?: string) {
      const { values, request } = await describe(asked, template);
      return renderer.render(
        { templateRef: request.metadata.template, model: values },
        { credentials },
      );
    },
  };
}

/** As a merge of the infrastructure pull request. */
export function merge(tree: MemoryTree, files: readonly RenderedFile[]): void {
  for (const { repository, path, content } of files) {
    if (repository === 'infrastructure') tree.files.set(path, content);
  }
}
