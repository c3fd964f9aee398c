import { TestBackend } from '@backstage/backend-test-utils';
import { JsonObject } from '@backstage/types';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, parseAllDocuments } from 'yaml';
import {
  goldenEntities,
  preview,
  startGoldenBackend,
  templateNames,
  templatesDirectory,
} from '../__testUtils__/goldenBackend';
import { MemoryTree } from '../__testUtils__/MemoryTree';

/** Answers of forms, beside the templates that they are for. */
const cases = globSync('*/test/*.yaml', { cwd: templatesDirectory })
  .sort()
  .map(path => ({ path, template: path.split('/')[0] }));

const answersOf = (path: string): JsonObject =>
  parse(readFileSync(join(templatesDirectory, path), 'utf8'));

const component = (name: string) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name, namespace: 'default' },
  spec: { owner: 'group:default/orders', system: 'order-system' },
});

jest.setTimeout(120_000);

/** Template syntax that nobody filled in, and YAML that cannot be read. */
function leftover([file, content]: [string, string]): string[] {
  if (/\$\{\{|\{%/.test(file)) return [`${file}: its own path`];
  // Workflows hold GitHub's own expressions.
  const syntax = file.includes('/.github/')
    ? /\$\{\{ ?values|\{%/
    : /\$\{\{ ?(values|steps)|\{% ?(if|for|end|raw|set)/;
  const errors = /\.ya?ml$/.test(file)
    ? parseAllDocuments(content).flatMap(document => document.errors)
    : [];
  return [
    ...(syntax.test(content) ? [`${file}: ${syntax.exec(content)?.[0]}`] : []),
    ...errors.map(({ message }) => `${file}: ${message}`),
  ];
}

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
    if (message) throw new Error(message);
    for (const [path, content] of files) {
      const [, file] = /^infrastructure\/(.*)$/s.exec(path) ?? [];
      // With names of its own: a queue's is free once in an account.
      const renamed = (text: string) =>
        text
          .replaceAll('second-day', 'there-already')
          .replaceAll('order-mailer', 'mails-already');
      if (file) tree.files.set(renamed(file), renamed(content));
    }
  });

  afterAll(() => backend?.stop());

  it('has answers for every card', () => {
    expect(new Set(cases.map(({ template }) => template))).toEqual(
      new Set(templateNames),
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
      expect([...files].flatMap(leftover)).toEqual([]);
      const own = [...files].filter(([file]) =>
        file.startsWith('service/.slipway/'),
      );
      expect(own).toHaveLength(1);
      expect(parse(own[0][1])).toMatchObject({
        template: `template:default/${template}`,
        requester: 'user:default/mock',
        parameters: expect.any(Object),
      });
    },
  );
});
