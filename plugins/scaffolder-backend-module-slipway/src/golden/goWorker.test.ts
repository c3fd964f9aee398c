import { TestBackend } from '@backstage/backend-test-utils';
import { JsonObject } from '@backstage/types';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { parse, parseAllDocuments } from 'yaml';
import {
  preview,
  repositoryRoot,
  startGoldenBackend,
  templateDirectory,
} from '../__testUtils__/goldenBackend';
import { readDirectory } from '../preview/readDirectory';

const expectedDirectory = join(templateDirectory, 'test/expected');

const values: JsonObject = parse(
  readFileSync(join(templateDirectory, 'test/values.yaml'), 'utf8'),
);

/** `UPDATE_GOLDEN=1` writes what is rendered now as what is expected. */
function updateExpected(files: Map<string, string>) {
  rmSync(expectedDirectory, { recursive: true, force: true });
  for (const [path, content] of files) {
    const file = join(expectedDirectory, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
}

async function readExpected(): Promise<Map<string, string>> {
  const files = await readDirectory(join(expectedDirectory, 'any'));
  return new Map(
    files
      .map(({ path, content }): [string, string] => [path, content.toString()])
      .sort(([a], [b]) => a.localeCompare(b, 'en')),
  );
}

describe('template go-worker-eks', () => {
  let backend: TestBackend;

  beforeAll(async () => {
    backend = await startGoldenBackend();
  });

  it('renders the expected files', async () => {
    const started = performance.now();
    const { status, files } = await preview(backend, values);
    expect(status).toBe(200);
    expect(performance.now() - started).toBeLessThan(5000);
    if (process.env.UPDATE_GOLDEN) updateExpected(files);
    expect(existsSync(expectedDirectory)).toBe(true);
    expect(Object.fromEntries(files)).toEqual(
      Object.fromEntries(await readExpected()),
    );
  });

  it('leaves no template syntax behind, and YAML that can be read', async () => {
    const { files } = await preview(backend, values);
    for (const [path, content] of files) {
      expect(path).not.toMatch(/\$\{\{|\{%/);
      if (path.includes('/.github/')) continue;
      expect(content).not.toMatch(/\$\{\{|\{%/);
      if (!path.endsWith('.yaml')) continue;
      for (const document of parseAllDocuments(content)) {
        expect({ path, errors: document.errors }).toEqual({ path, errors: [] });
      }
    }
  });

  it('renders the files of the demo service go-worker as they are committed', async () => {
    const { files } = await preview(backend, {
      name: 'go-worker',
      description: 'Consumes created orders',
      owner: 'group:default/orders',
      system: 'system:default/order-system',
      environments: ['dev', 'prod'],
      queueName: 'orders-placed',
    });
    const rendered = [...files].filter(([path]) =>
      /^infrastructure\/(terraform|gitops)\//.test(path),
    );
    expect(rendered.length).toBeGreaterThan(20);
    // The demo's own queue is in the catalog, so that a second service of that name is refused.
    const asInDemo = (text: string) =>
      text
        .replaceAll('orders-placed', 'orders-created')
        .replaceAll('orders_placed', 'orders_created');
    for (const [path, content] of rendered) {
      const file = asInDemo(path.replace('infrastructure/', ''));
      const committed = readFileSync(join(repositoryRoot, file), 'utf8');
      expect({ file, content: asInDemo(content) }).toEqual({
        file,
        content: committed,
      });
    }
  });

  it('writes only the environments that were chosen', async () => {
    const { files } = await preview(backend, {
      ...values,
      environments: ['prod'],
    });
    const paths = [...files.keys()];
    expect(paths.some(path => path.includes('/prod/'))).toBe(true);
    expect(paths.some(path => path.includes('/dev/'))).toBe(false);
  });

  it.each(['null', 'true', 'yes', 'off'])(
    'names a service %s without YAML taking it for something else',
    async name => {
      const { files } = await preview(backend, { ...values, name });
      const application = parse(
        files.get(`infrastructure/gitops/argocd/dev/${name}.yaml`) ?? '',
      );
      expect(application.metadata.name).toBe(name);
      const component = parse(
        files.get(`infrastructure/catalog/${name}.yaml`) ?? '',
      );
      expect(component.metadata.name).toBe(name);
    },
  );
});
