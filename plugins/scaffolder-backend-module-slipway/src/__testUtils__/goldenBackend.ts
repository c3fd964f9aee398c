import { createServiceFactory } from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
  TestBackend,
} from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import scaffolderPlugin from '@backstage/plugin-scaffolder-backend';
import githubModule from '@backstage/plugin-scaffolder-backend-module-github';
import { JsonObject } from '@backstage/types';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import request from 'supertest';
import { parse } from 'yaml';
import slipwayModule from '..';
import { InfrastructureTree } from '../clients/InfrastructureTree';
import { infrastructureTreeServiceRef } from '../clients/infrastructureTreeServiceRef';
import { exampleConfig } from './exampleConfig';
import { MemoryTree } from './MemoryTree';

export const repositoryRoot = resolve(__dirname, '../../../..');
export const templatesDirectory = resolve(repositoryRoot, 'templates');

/** Every card in Create. */
export const templateNames = [
  'spring-boot-service',
  'quarkus-service',
  'go-service',
  'nestjs-service',
  'static-site',
  'add-queue',
] as const;

const entity = (kind: string, name: string, spec: JsonObject = {}): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind,
  metadata: { name, namespace: 'default' },
  spec,
});

/** A template as the catalog has it. */
export function templateEntity(name: string): Entity {
  const file = resolve(templatesDirectory, name, 'template.yaml');
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
  ...templateNames.map(templateEntity),
  entity('User', 'mock'),
  entity('Group', 'orders'),
  entity('System', 'order-system'),
  entity('Component', 'taken'),
  entity('Resource', 'dev-orders-created'),
];

/** The scaffolder with GitHub's and our module, as in packages/backend; the catalog and the repository are lists. */
export function startGoldenBackend(
  options: {
    config?: JsonObject;
    entities?: Entity[];
    /** `git` for the host of the config. */
    tree?: InfrastructureTree | 'git';
    features?: Parameters<typeof startTestBackend>[0]['features'];
  } = {},
): Promise<TestBackend> {
  const tree = options.tree ?? new MemoryTree();
  const treeFactory = createServiceFactory({
    service: infrastructureTreeServiceRef,
    deps: {},
    factory: () => {
      if (tree === 'git') throw new Error('Not reached');
      return tree;
    },
  });
  return startTestBackend({
    features: [
      scaffolderPlugin,
      githubModule,
      slipwayModule,
      catalogServiceMock.factory({
        entities: options.entities ?? goldenEntities(),
      }),
      mockServices.rootConfig.factory({
        data: options.config ?? exampleConfig,
      }),
      ...(tree === 'git' ? [] : [treeFactory]),
      ...(options.features ?? []),
    ],
  });
}

/** What a run would write, as the preview tells it: path in the workspace to text. */
export async function preview(
  { server }: TestBackend,
  template: string,
  values: JsonObject,
): Promise<{
  status: number;
  message?: string;
  files: Map<string, string>;
  findings: Array<{ severity: string; file: string; message: string }>;
  cost?: JsonObject;
}> {
  const { status, body } = await request(server)
    .post('/api/scaffolder/slipway/v1/preview')
    .set('authorization', mockCredentials.user.header())
    .send({ templateRef: `template:default/${template}`, values });
  const files: Array<{ repository: string; path: string; content: string }> =
    body.files ?? [];
  return {
    status,
    message: body.error?.message,
    findings: body.findings ?? [],
    cost: body.cost,
    files: new Map(
      files.map(file => [`${file.repository}/${file.path}`, file.content]),
    ),
  };
}
