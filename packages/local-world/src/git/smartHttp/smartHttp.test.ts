import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { gitEnvironment } from '../repository/runGit';
import { startTestHost, TestHost } from '../__testUtils__/startTestHost';

jest.setTimeout(60_000);

const run = promisify(execFile);

/** The real git client against the host. */
describe('smartHttp', () => {
  let test: TestHost;
  let folder: string;

  beforeAll(async () => {
    test = await startTestHost();
    const repository = await test.repository('demo', { 'a.txt': 'one\n' });
    repository.record.readers.push('sam');
    folder = await mkdtemp(path.join(tmpdir(), 'slipway-clone-'));
  });
  afterAll(async () => {
    await test.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const git = (cwd: string, ...args: string[]) =>
    run('git', ['-c', 'user.name=O', '-c', 'user.email=o@x.example', ...args], {
      cwd,
      env: gitEnvironment(),
    });
  const urlFor = async (login: string) => {
    const token = await test.host.tokenFor(login);
    return `${test.url.replace(
      '://',
      `://x-access-token:${token}@`,
    )}/acme/demo.git`;
  };

  it('clones, fetches and pushes, with compressed requests too', async () => {
    const clone = path.join(folder, 'clone');
    await git(folder, 'clone', await urlFor('olivia'), 'clone');
    await expect(readFile(path.join(clone, 'a.txt'), 'utf8')).resolves.toBe(
      'one\n',
    );
    const pushed: unknown[] = [];
    test.host.events.on('push', event => pushed.push(event));
    for (let i = 0; i < 40; i++) {
      await writeFile(path.join(clone, 'b.txt'), `${i}\n`);
      await git(clone, 'add', '.');
      await git(clone, 'commit', '-qm', `Commit ${i}`);
    }
    await git(clone, 'push', 'origin', 'HEAD:refs/heads/topic');
    const { stdout } = await git(clone, 'rev-parse', 'HEAD');
    expect(pushed).toEqual([
      {
        owner: 'acme',
        repo: 'demo',
        ref: 'refs/heads/topic',
        before: '0'.repeat(40),
        after: stdout.trim(),
      },
    ]);
    await git(folder, 'clone', '-b', 'topic', await urlFor('sam'), 'second');
    // Many haves make the client compress its request.
    await git(clone, 'fetch', 'origin');
    const second = path.join(folder, 'second');
    await git(second, 'fetch', '--all');
    await git(test.stateDir, '-C', path.join(second), 'fsck', '--strict');
    await git(clone, 'push', 'origin', ':refs/heads/topic');
    expect(pushed).toHaveLength(2);
  });

  it('refuses strangers, readers who push, and pushes past protection', async () => {
    const anonymous = await fetch(
      `${test.url}/acme/demo.git/info/refs?service=git-upload-pack`,
    );
    expect(anonymous.status).toBe(401);
    expect(anonymous.headers.get('www-authenticate')).toContain('Basic');

    const clone = path.join(folder, 'clone');
    const sam = await urlFor('sam');
    await expect(
      git(clone, 'push', sam, 'HEAD:refs/heads/sam'),
    ).rejects.toThrow('403');
    await expect(
      git(clone, 'push', await urlFor('olivia'), 'HEAD:refs/pull/9/head'),
    ).rejects.toThrow('403');

    test.host.repository('acme', 'demo').record.protections.main = {
      strict: false,
      dismissStale: true,
      codeOwners: false,
      enforceAdmins: true,
      linearHistory: false,
    };
    const head = await test.host.headOf('acme', 'demo');
    await expect(
      git(clone, 'push', await urlFor('pat'), 'HEAD:refs/heads/main'),
    ).rejects.toThrow();
    await expect(test.host.headOf('acme', 'demo')).resolves.toBe(head);
  });
});
