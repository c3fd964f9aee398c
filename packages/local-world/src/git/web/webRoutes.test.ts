import { writeFiles } from '../seed/writeFiles';
import { startTestHost, TestHost } from '../__testUtils__/startTestHost';

jest.setTimeout(30_000);

describe('webRoutes', () => {
  let test: TestHost;
  let sha: string | undefined;

  beforeAll(async () => {
    test = await startTestHost();
    const repository = await test.repository('demo', {
      'src/a.txt': '<b>bold</b>\n',
    });
    await writeFiles(test.host.context, repository, {
      login: 'olivia',
      message: 'Add <script>',
      branch: 'feature/x',
      from: await test.host.headOf('acme', 'demo'),
      files: new Map([['b.txt', Buffer.from('<img src=x>\n')]]),
    });
    sha = await test.host.headOf('acme', 'demo', 'feature/x');
    const olivia = await test.octokit('olivia');
    await olivia.rest.pulls.create({
      owner: 'acme',
      repo: 'demo',
      title: 'Add <script>',
      body: '<iframe>',
      head: 'feature/x',
      base: 'main',
    });
  });
  afterAll(() => test.stop());

  it.each([
    ['/acme/demo', 'Add &#60;script&#62;'],
    ['/acme/demo/pull/1', '&#60;iframe&#62;'],
    ['/acme/demo/commit/SHA', '&#60;img src=x&#62;'],
    ['/acme/demo/blob/main/src/a.txt', '&#60;b&#62;bold'],
    ['/acme/demo/blob/feature/x/b.txt', '&#60;img'],
    ['/acme/demo/tree/main/src', 'a.txt'],
  ])('shows %s, with everything escaped', async (path, content) => {
    const url = `${test.url}${path.replace('SHA', sha ?? '')}`;
    const response = await fetch(url);
    const html = await response.text();
    expect(response.status).toBe(200);
    expect(html).toContain('Embedded Git host, simulated');
    expect(html).toContain(content);
    expect(html).not.toMatch(/<(script|iframe|img|b)>/);
  });

  it('gives the diff of a pull request, and files as they are', async () => {
    const diff = await fetch(`${test.url}/acme/demo/pull/1.diff`);
    await expect(diff.text()).resolves.toContain('+<img src=x>');
    const raw = await fetch(`${test.url}/acme/demo/raw/main/src/a.txt`);
    expect(raw.headers.get('content-type')).toContain('text/plain');
    await expect(raw.text()).resolves.toBe('<b>bold</b>\n');
  });

  it.each(['/acme/none', '/acme/demo/pull/9', '/x/../../etc/passwd'])(
    'has no page %s',
    async path => {
      const response = await fetch(`${test.url}${path}`);
      expect(response.status).toBe(404);
    },
  );
});
