import { Entity } from '@backstage/catalog-model';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
  TestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { JsonObject } from '@backstage/types';
import githubModule from '@backstage/plugin-scaffolder-backend-module-github';
import scaffolderPlugin from '@backstage/plugin-scaffolder-backend';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import request from 'supertest';
import { parse } from 'yaml';
import slipwayModule from '..';

export const repositoryRoot = resolve(__dirname, '../../../..');
export const templateDirectory = resolve(
  repositoryRoot,
  'templates/go-worker-eks',
);

/** The config of the golden test: the environments of the demo, and GitHub as most know it. */
export const goldenConfig: JsonObject = {
  backend: { baseUrl: 'http://localhost:0' },
  integrations: {
    github: [{ host: 'github.com', token: 'golden-test-token' }],
  },
  slipway: {
    infrastructure: { repo: 'github.com/acme/infrastructure' },
    environments: [
      {
        name: 'dev',
        title: 'Development',
        account: '111111111111',
        region: 'eu-west-1',
        infrastructure: { path: 'terraform/live/dev' },
        protection: 'none',
      },
      {
        name: 'prod',
        title: 'Production',
        account: '222222222222',
        region: 'eu-west-1',
        infrastructure: { path: 'terraform/live/prod' },
        protection: 'reviewed',
      },
    ],
  },
};

const entity = (kind: string, name: string, spec: JsonObject = {}): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind,
  metadata: { name, namespace: 'default' },
  spec,
});

function templateEntity(): Entity {
  const file = resolve(templateDirectory, 'template.yaml');
  const template: Entity = parse(readFileSync(file, 'utf8'));
  const { metadata } = template;
  return {
    ...template,
    metadata: {
      ...metadata,
      namespace: 'default',
      annotations: {
        ...metadata.annotations,
        'backstage.io/managed-by-location': `file:${file}`,
      },
    },
  };
}

export const goldenEntities = (): Entity[] => [
  templateEntity(),
  entity('User', 'mock'),
  entity('Group', 'orders'),
  entity('System', 'order-system'),
  entity('Component', 'taken'),
  entity('Resource', 'dev-orders-created'),
];

/** The scaffolder with GitHub's and our module, as in packages/backend; only the catalog is a list. */
export function startGoldenBackend(
  options: {
    config?: JsonObject;
    entities?: Entity[];
    features?: Parameters<typeof startTestBackend>[0]['features'];
  } = {},
): Promise<TestBackend> {
  return startTestBackend({
    features: [
      scaffolderPlugin,
      githubModule,
      slipwayModule,
      catalogServiceMock.factory({
        entities: options.entities ?? goldenEntities(),
      }),
      mockServices.rootConfig.factory({ data: options.config ?? goldenConfig }),
      ...(options.features ?? []),
    ],
  });
}

/** What a run would write, as the preview tells it: path in the workspace to text. */
export async function preview(
  { server }: TestBackend,
  values: JsonObject,
): Promise<{ status: number; message?: string; files: Map<string, string> }> {
  const { status, body } = await request(server)
    .post('/api/scaffolder/slipway/v1/preview')
    .set('authorization', mockCredentials.user.header())
    .send({ templateRef: 'template:default/go-worker-eks', values });
  const files: Array<{ repository: string; path: string; content: string }> =
    body.files ?? [];
  return {
    status,
    message: body.error?.message,
    files: new Map(
      files.map(file => [`${file.repository}/${file.path}`, file.content]),
    ),
  };
}
