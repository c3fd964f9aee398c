import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  CallCounter,
  Chaos,
  createGitHost,
  DefaultWorldClock,
} from '@slipway/local-world';

/** The embedded Git host with a repository `acme/infrastructure` of one commit. */
export async function startGitHost() {
  const stateDir = await mkdtemp(path.join(tmpdir(), 'slipway-plan-host-'));
  const clock = DefaultWorldClock.create();
  const chaos = new Chaos();
  let url = '';
  const host = await createGitHost({
    stateDir,
    baseUrl: () => url,
    clock,
    chaos,
    counter: new CallCounter(),
  });
  const server = await host.listen();
  url = server.url;
  const token = await host.tokenFor('slipway-bot');
  const api = async (pathname: string, body?: unknown) => {
    const response = await fetch(`${url}/api/v3${pathname}`, {
      method: body ? 'POST' : 'GET',
      headers: { authorization: `Bearer ${token}` },
      body: body ? JSON.stringify(body) : undefined,
    });
    return response.json();
  };
  await api('/orgs/acme/repos', { name: 'infrastructure', auto_init: true });
  const { object } = await api('/repos/acme/infrastructure/git/ref/heads/main');
  return {
    apiUrl: `${url}/api/v3`,
    token,
    sha: String(object.sha),
    chaos,
    /** Check runs of the commit. */
    async checks() {
      const answer = await api(
        `/repos/acme/infrastructure/commits/${object.sha}/check-runs`,
      );
      return answer.check_runs;
    },
    async stop() {
      host.stop();
      clock.stop();
      await server.close();
      await rm(stateDir, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
