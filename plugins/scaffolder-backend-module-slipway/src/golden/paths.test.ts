import { TestBackend } from '@backstage/backend-test-utils';
import { JsonObject } from '@backstage/types';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, parseAllDocuments } from 'yaml';
import {
  goldenEntities,
  preview,
  startGoldenBackend,
  templatesDirectory,
} from '../__testUtils__/goldenBackend';
import { MemoryTree } from '../__testUtils__/MemoryTree';

/** Answers of forms, beside the templates that they are for. */
const cases = globSync('*/test/*.yaml', { cwd: templatesDirectory })
  .sort()
  .map(path => ({ path, template: path.split('/')[0] }))
  .filter(
    ({ template }) =>
      template === 'add-queue' ||
      existsSync(join(templatesDirectory, template, 'skeleton')),
  );

const answersOf = (path: string): JsonObject =>
  parse(readFileSync(join(templatesDirectory, path), 'utf8'));

const component = (name: string) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name, namespace: 'default' },
  spec: { owner: 'group:default/orders', system: 'order-system' },
});

jest.setTimeout(120_000);

describe('golden paths through the real scaffolder', () => {
  const tree = MemoryTree.withPlatform();
  let backend: TestBackend;

  beforeAll(async () => {
    backend = await startGoldenBackend({
      tree,
      entities: [...goldenEntities(), component('there-already')],
    });
    // A service that was merged, for paths of the second day.
    const { files, message } = await preview(backend, 'go-service', {
      ...answersOf('go-service/test/worker.yaml'),
      name: 'second-day',
    });
    expect(message).toBeUndefined();
    for (const [path, content] of files) {
      const [, file] = /^infrastructure\/(.*)$/s.exec(path) ?? [];
      if (file) {
        tree.files.set(
          file.replaceAll('second-day', 'there-already'),
          content.replaceAll('second-day', 'there-already'),
        );
      }
    }
  });

  afterAll(() => backend?.stop());

  it('has answers for every card', () => {
    expect(new Set(cases.map(({ template }) => template)).size).toBeGreaterThan(
      2,
    );
  });

  it.each(cases.map(({ path, template }) => [path, template]))(
    'renders %s without a finding that stops it, and nothing left to fill in',
    async (path, template) => {
      const { message, files, findings, cost } = await preview(
        backend,
        template,
        answersOf(path),
      );
      expect(message).toBeUndefined();
      expect(findings.filter(({ severity }) => severity === 'error')).toEqual(
        [],
      );
      expect(cost).toMatchObject({ total: { low: expect.any(Number) } });
      for (const [file, content] of files) {
        expect(file).not.toMatch(/\$\{\{|\{%/);
        if (file.includes('/.github/')) continue;
        expect({ file, content }).toEqual({
          file,
          content: expect.not.stringMatching(
            /\$\{\{ ?values|\{% (if|for|endif|endfor|raw|set)/,
          ),
        });
        if (!/\.ya?ml$/.test(file)) continue;
        for (const document of parseAllDocuments(content)) {
          expect({ file, errors: document.errors }).toEqual({
            file,
            errors: [],
          });
        }
      }
      if (template === 'static-site') return;
      const own = [...files].filter(([file]) =>
        file.startsWith('service/.slipway/'),
      );
      expect(own).toHaveLength(1);
      expect(parse(own[0][1])).toMatchObject({
        template: `template:default/${template}`,
        requester: 'user:default/mock',
        parameters: expect.objectContaining(
          template === 'add-queue'
            ? { service: 'component:default/there-already' }
            : { name: expect.any(String) },
        ),
      });
    },
  );
});
