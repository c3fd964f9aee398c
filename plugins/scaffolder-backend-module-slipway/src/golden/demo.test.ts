import { TestBackend } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { JsonObject } from '@backstage/types';
import {
  existsSync,
  globSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import {
  goldenEntities,
  preview,
  repositoryRoot,
  startGoldenBackend,
} from '../__testUtils__/goldenBackend';
import { MemoryTree } from '../__testUtils__/MemoryTree';
import { readTextFiles } from '../__testUtils__/readTextFiles';

// Rendering takes a second, starting three backends on a busy machine takes more.
jest.setTimeout(60_000);

interface DemoRequest {
  readonly template: string;
  readonly values: JsonObject & { name: string; sendsTo?: string[] };
}

const demo = 'packages/local-world/demo';
const requests = globSync(`${demo}/requests/*.yaml`, { cwd: repositoryRoot })
  .map(
    (file): DemoRequest =>
      parse(readFileSync(join(repositoryRoot, file), 'utf8')),
  )
  .sort((a, b) => a.values.name.localeCompare(b.values.name, 'en'));

/** Where this repository keeps a file of the demo; undefined for code, which the demo has no use for. */
function placeOf(file: string, service: string): string | undefined {
  const [repository, ...rest] = file.split('/');
  const path = rest.join('/');
  if (repository === 'infrastructure') {
    return path.startsWith('catalog/') ? `${demo}/${path}` : path;
  }
  const kept =
    /^(?:catalog-info\.yaml|openapi\.yaml|asyncapi\.yaml|README\.md|\.slipway\/.*)$/;
  return kept.test(path) ? `${demo}/services/${service}/${path}` : undefined;
}

/** Everything that a service has in this repository. */
const owned = (service: string) =>
  [
    `terraform/live/*/services/${service}/*`,
    `gitops/apps/${service}/**/*.yaml`,
    `gitops/argocd/*/${service}.yaml`,
    `${demo}/catalog/${service}.yaml`,
    `${demo}/services/${service}/**/*.*`,
    `${demo}/services/${service}/.slipway/*`,
  ].flatMap(pattern => globSync(pattern, { cwd: repositoryRoot }));

/** Queues that a service sends to are somebody else's and there already. */
function entitiesFor({ values }: DemoRequest): Entity[] {
  const others = (values.sendsTo ?? []).flatMap(queue =>
    ['dev', 'prod'].map(environment => ({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Resource',
      metadata: { name: `${environment}-${queue}`, namespace: 'default' },
    })),
  );
  return [
    ...goldenEntities().filter(({ kind }) => kind !== 'Resource'),
    ...others,
  ];
}

describe('the services of the demo', () => {
  const platform = readTextFiles(repositoryRoot, [
    'terraform/modules',
    'terraform/live/dev/environment',
    'terraform/live/prod/environment',
    'gitops/components',
  ]);

  async function render(request: DemoRequest): Promise<Map<string, string>> {
    const { template, values } = request;
    const backend: TestBackend = await startGoldenBackend({
      entities: entitiesFor(request),
      tree: new MemoryTree(platform),
    });
    try {
      const { status, message, files, findings } = await preview(
        backend,
        template,
        values,
      );
      expect([status, message]).toEqual([200, undefined]);
      expect(findings.filter(it => it.severity === 'error')).toEqual([]);
      return new Map(
        [...files].flatMap(([file, content]) => {
          const place = placeOf(file, values.name);
          return place ? [[place, content] as const] : [];
        }),
      );
    } finally {
      await backend.stop();
    }
  }

  it('are three', () => {
    expect(requests.map(({ values }) => values.name)).toEqual([
      'go-worker',
      'quarkus-service',
      'spring-api',
    ]);
  });

  it.each(requests.map(request => [request.values.name, request] as const))(
    'stand in terraform/live and gitops as their path renders %s',
    async (service, request) => {
      const rendered = await render(request);
      if (process.env.UPDATE_GOLDEN) {
        owned(service).forEach(file => rmSync(join(repositoryRoot, file)));
        for (const [file, content] of rendered) {
          const path = join(repositoryRoot, file);
          mkdirSync(dirname(path), { recursive: true });
          writeFileSync(path, content);
        }
      }
      expect(owned(service).sort()).toEqual(
        [...rendered.keys()].filter(file => !file.includes('/project-')).sort(),
      );
      for (const [file, content] of rendered) {
        const path = join(repositoryRoot, file);
        expect([file, existsSync(path) && readFileSync(path, 'utf8')]).toEqual([
          file,
          content,
        ]);
      }
    },
  );
});
