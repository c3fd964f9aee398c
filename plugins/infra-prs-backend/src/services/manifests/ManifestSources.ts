import { FetchEngine, Source } from '@slipway/platform-node';
import {
  BlobText,
  CommitPair,
  GithubTrees,
  RepositoryTree,
} from '../../clients/GithubTrees';

/** What of the repository is read for manifests. None of it ever changes, so that it is read once. */
export interface ManifestSources {
  readonly mergeBases: Source<CommitPair, string>;
  readonly trees: Source<string, RepositoryTree>;
  /** By their own id: a second change costs only the files that it changes. */
  readonly blobs: Source<string, BlobText>;
}

const FIXED = {
  upstream: 'github',
  ttl: { hours: 12 },
  staleFor: { hours: 24 },
  keepFresh: false,
  concurrency: 8,
  deadline: { seconds: 15 },
  patience: { seconds: 15 },
} as const;
/** A tree of a large repository takes some megabytes. */
const MAX_TREES = 60;
const MAX_BLOBS = 8_000;
/** Files in one call; GitHub's limit is in what it has to look up, and 100 is far from it. */
const BLOBS_AT_ONCE = 100;

/** Name of a pair of commits in caches. */
export const pairKey = ({ baseSha, headSha }: CommitPair): string =>
  `${baseSha}...${headSha}`;

export function createManifestSources(
  engine: FetchEngine,
  github: GithubTrees,
  target: string,
): ManifestSources {
  const one = async <K, T>(
    keys: readonly K[],
    key: (key: K) => string,
    read: (key: K) => Promise<T>,
  ) =>
    new Map(
      await Promise.all(
        keys.map(async each => [key(each), await read(each)] as const),
      ),
    );
  const common = { ...FIXED, target: () => target };
  const describe = (about: string) => ({ upstream: 'github', target: about });
  return {
    mergeBases: engine.createSource<CommitPair, string>({
      ...common,
      operation: 'CompareCommits',
      key: pairKey,
      describe: () => describe('where the change began'),
      load: (pairs, { signal }) =>
        one(pairs, pairKey, pair => github.mergeBase(pair, signal)),
    }),
    trees: engine.createSource<string, RepositoryTree>({
      ...common,
      operation: 'GetTree',
      maxEntries: MAX_TREES,
      key: sha => sha,
      describe: sha => describe(`files of ${sha.slice(0, 7)}`),
      load: (shas, { signal }) =>
        one(
          shas,
          sha => sha,
          sha => github.tree(sha, signal),
        ),
    }),
    blobs: engine.createSource<string, BlobText>({
      ...common,
      operation: 'GetBlobs',
      maxEntries: MAX_BLOBS,
      maxBatch: BLOBS_AT_ONCE,
      key: sha => sha,
      describe: () => describe('files'),
      load: (shas, { signal }) => github.blobs(shas, signal),
    }),
  };
}
