import { UrlReaders } from '@backstage/backend-defaults/urlReader';
import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { DEMO_BOT_TOKEN } from '../../demo/people';
import { startTestHost, TestHost } from '../__testUtils__/startTestHost';

jest.setTimeout(60_000);

/** Backstage's own reader, unmodified, against the host. */
describe('GithubUrlReader', () => {
  let test: TestHost;
  let reader: ReturnType<typeof UrlReaders.default>;

  beforeAll(async () => {
    test = await startTestHost();
    await test.repository('infrastructure', {
      'catalog/a.yaml': 'a: 1\n',
      'catalog/b.yaml': 'b: 2\n',
      'catalog/deep/c.yaml': 'c: 3\n',
      'docs/index.md': '# Docs\n',
    });
    reader = UrlReaders.default({
      logger: mockServices.logger.mock(),
      config: new ConfigReader({
        integrations: {
          github: [
            {
              host: new URL(test.url).host,
              apiBaseUrl: `${test.url}/api/v3`,
              token: DEMO_BOT_TOKEN,
            },
          ],
        },
      }),
    });
  });
  afterAll(() => test.stop());

  const at = (path: string) => `${test.url}/acme/infrastructure/${path}`;

  it('reads a file, and again with its ETag', async () => {
    const url = at('blob/main/catalog/a.yaml');
    const file = await reader.readUrl(url);
    expect(String(await file.buffer())).toBe('a: 1\n');
    expect(file.etag).toBeTruthy();
    await expect(
      reader.readUrl(url, { etag: file.etag }),
    ).rejects.toMatchObject({ name: 'NotModifiedError' });
    await expect(
      reader.readUrl(at('blob/main/none.yaml')),
    ).rejects.toMatchObject({ name: 'NotFoundError' });
  });

  it('reads a folder as an archive', async () => {
    const tree = await reader.readTree(at('tree/main/catalog'));
    const files = await tree.files();
    expect(files.map(file => file.path).sort()).toEqual([
      'a.yaml',
      'b.yaml',
      'deep/c.yaml',
    ]);
    const head = await test.host.headOf('acme', 'infrastructure');
    expect(tree.etag).toBe(head);
    await expect(
      reader.readTree(at('tree/main/catalog'), { etag: head }),
    ).rejects.toMatchObject({ name: 'NotModifiedError' });
  });

  it('finds files by a pattern', async () => {
    const found = await reader.search(at('blob/main/catalog/*.yaml'));
    expect(found.files.map(file => file.url)).toEqual([
      at('blob/main/catalog/a.yaml'),
      at('blob/main/catalog/b.yaml'),
    ]);
    expect(String(await found.files[1].content())).toBe('b: 2\n');
  });
});
