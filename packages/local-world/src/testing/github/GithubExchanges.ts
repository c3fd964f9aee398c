import type { Exchange } from '../../git/http/recordExchange';
import { requireTool } from '../requireTool';
import { GithubDescription } from './GithubDescription';
import { GraphqlDescription } from './GraphqlDescription';

const REST = '/api/v3';

/** What the host serves beside the API that is described: OAuth, smart HTTP, and pages. */
const BESIDE = [
  /^\/login\/oauth\//,
  /^\/avatars\//,
  /\.git\/(?:info\/refs|git-(?:upload|receive)-pack)$/,
];

const isPage = ({ method, requestHeaders }: Exchange) =>
  method === 'GET' && !/json/.test(String(requestHeaders.accept));

const words = (problems: readonly string[]) =>
  [...new Set(problems)].sort().join('\n');

/**
 * All that a test says to the embedded Git host, to be held against what GitHub publishes about its API. Nothing passes
 * because it is not known.
 */
export class GithubExchanges {
  readonly #exchanges: Exchange[] = [];

  /** Given to the Git host. */
  readonly record = (exchange: Exchange): void => {
    this.#exchanges.push(exchange);
  };

  /** @throws Error that lists what is not as GitHub describes it. */
  async assertDescribed(): Promise<void> {
    const problems = await this.problems();
    if (problems.length === 0) return;
    throw new Error(`Not as GitHub describes its API:\n${words(problems)}`);
  }

  /** What is not as described. Without the description, that is said aloud. */
  async problems(): Promise<string[]> {
    const rest = GithubDescription.load();
    const graphql = GraphqlDescription.load();
    const what = `${this.#exchanges.length} exchanges with the Git host`;
    const found = rest !== undefined && graphql !== undefined;
    requireTool("copy of GitHub's description of its API", found, what);
    if (!rest || !graphql) return [];
    const all = await Promise.all(
      this.#exchanges.map(async exchange => {
        const { pathname } = new URL(exchange.url, 'http://host');
        if (pathname === '/api/graphql') return graphql.check(exchange);
        if (pathname.startsWith(`${REST}/`)) {
          const url = exchange.url.slice(REST.length);
          return exchange.status === 501
            ? []
            : rest.check({ ...exchange, url });
        }
        return BESIDE.some(known => known.test(pathname)) || isPage(exchange)
          ? []
          : [`${exchange.method} ${pathname}: nothing describes it`];
      }),
    );
    return all.flat();
  }
}
