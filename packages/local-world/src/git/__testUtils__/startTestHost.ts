import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Octokit } from 'octokit';
import { GithubExchanges } from '../../testing/github/GithubExchanges';
import { CallCounter } from '../../world/CallCounter';
import { Chaos } from '../../world/Chaos';
import { DefaultWorldClock } from '../../world/DefaultWorldClock';
import { createGitHost } from '../createGitHost';
import { GitHost } from '../GitHost';
import { HostedRepository } from '../records/HostedRepository';
import { writeFiles } from '../seed/writeFiles';

/** A Git host for tests, listening on a port of its own. */
export interface TestHost {
  readonly host: GitHost;
  readonly url: string;
  readonly stateDir: string;
  readonly chaos: Chaos;
  readonly counter: CallCounter;
  /** A client that acts for an account, without the retries and throttling of the standard one. */
  octokit(login: string): Promise<Octokit>;
  /** Makes `acme/<name>` with a first commit of some files. */
  repository(
    name: string,
    files: Readonly<Record<string, string>>,
  ): Promise<HostedRepository>;
  /** Fails when something was said to the host, or by it, that is not as GitHub describes its API. */
  stop(): Promise<void>;
}

export async function startTestHost(
  options: { seed?: ReadonlyMap<string, Buffer>; stateDir?: string } = {},
): Promise<TestHost> {
  const stateDir =
    options.stateDir ??
    (await mkdtemp(path.join(tmpdir(), 'slipway-git-test-')));
  const clock = DefaultWorldClock.create();
  const chaos = new Chaos();
  const counter = new CallCounter();
  const exchanges = new GithubExchanges();
  let url = '';
  const host = await createGitHost({
    stateDir,
    baseUrl: () => url,
    clock,
    chaos,
    counter,
    seed: options.seed,
    onExchange: exchanges.record,
  });
  const server = await host.listen();
  url = server.url;
  return {
    host,
    url,
    stateDir,
    chaos,
    counter,
    octokit: async login =>
      new Octokit({
        auth: await host.tokenFor(login),
        baseUrl: `${url}/api/v3`,
        throttle: { enabled: false },
        retry: { enabled: false },
        log: { debug() {}, info() {}, warn() {}, error() {} },
      }),
    async repository(name, files) {
      const repository = await host.context.repositories.create({
        owner: 'acme',
        name,
        createdAt: clock.now(),
      });
      await writeFiles(host.context, repository, {
        login: 'pat',
        message: 'First commit',
        files: new Map(
          Object.entries(files).map(([file, text]) => [
            file,
            Buffer.from(text),
          ]),
        ),
      });
      return repository;
    },
    async stop() {
      host.stop();
      clock.stop();
      await server.close();
      if (!options.stateDir) {
        await rm(stateDir, { recursive: true, force: true, maxRetries: 5 });
      }
      await exchanges.assertDescribed();
    },
  };
}
