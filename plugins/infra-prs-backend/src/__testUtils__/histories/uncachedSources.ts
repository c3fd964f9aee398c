import { Source } from '@slipway/platform-node';
import { GithubReader } from '../../clients/GithubReader';
import { ChangeSources } from '../../services/ChangeSources';

/** Reads anew each time, so that nothing in a history depends on how long it takes. */
function uncached<K, T>(
  read: (key: K, signal: AbortSignal) => Promise<T>,
): Source<K, T> {
  const source = { upstream: 'github' };
  const get = async (key: K) => ({
    state: 'ok' as const,
    source,
    asOf: '',
    data: await read(key, new AbortController().signal),
  });
  return {
    get,
    getMany: keys => Promise.all(keys.map(get)),
    last: () => undefined,
    invalidate: () => {},
    expire: () => {},
    onChange: () => () => {},
  };
}

/** All sources, straight from a reader. */
export function uncachedSources(github: GithubReader): ChangeSources {
  const reviews = uncached((n: number, s) => github.listReviews(n, s));
  const checks = uncached((sha: string, s) => github.listChecks(sha, s));
  return {
    pulls: uncached((state, s) => github.listPulls(state, s)),
    pull: uncached((n, s) => github.getPull(n, s)),
    siblings: uncached((ref, s) => github.getSibling(ref, s)),
    files: uncached((at, s) => github.listFiles(at, s)),
    commits: uncached((at, s) => github.listCommits(at, s)),
    reviews,
    checks,
    listedReviews: uncached((pull, s) => github.listReviews(pull.number, s)),
    listedChecks: checks,
    settledChecks: checks,
  };
}
