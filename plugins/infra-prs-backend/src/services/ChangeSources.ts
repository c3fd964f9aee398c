import { ChangedFile } from '@slipway/plugin-infra-prs-common';
import { FetchEngine, Source, SourceOptions } from '@slipway/platform-node';
import { GithubReader, PullPage, PullRef } from '../clients/GithubReader';
import {
  CheckFacts,
  CommitFacts,
  PullAtHead,
  PullFacts,
  ReviewFacts,
} from './changeFacts';
import { KnownPulls } from './KnownPulls';
import { listedChecksTtl } from './listedChecksTtl';
import { ReviewedAt } from './reviewedAt';

/** Every cached read of the Git host. Viewers share them, so that they never add calls. */
export interface ChangeSources {
  readonly pulls: Source<'open' | 'closed', PullPage>;
  readonly pull: Source<number, PullFacts>;
  /** Pull requests of other repositories that belong to the same request. */
  readonly siblings: Source<PullRef, PullFacts>;
  readonly files: Source<PullAtHead, ChangedFile[]>;
  readonly commits: Source<PullAtHead, CommitFacts[]>;
  readonly reviews: Source<number, ReviewFacts[]>;
  readonly checks: Source<string, CheckFacts[]>;
  /** For lists, which have many rows: read again when the pull request changes, or else seldom. */
  readonly listedReviews: Source<ReviewedAt, ReviewFacts[]>;
  readonly listedChecks: Source<string, CheckFacts[]>;
  /** Checks of pull requests that are merged or closed. */
  readonly settledChecks: Source<string, CheckFacts[]>;
}

/**
 * Webhooks, the poll and people's own decisions make it forgotten at once. Where GitHub tells nothing, pages ask each ten
 * seconds.
 */
const LIVE = {
  ttl: { seconds: 5 },
  staleFor: { minutes: 10 },
  keepFresh: 'polled',
} as const;
/** The first read of a large repository takes its time: a call for each hundred changes, one after the other. */
const LIST = {
  ...LIVE,
  ttl: { seconds: 10 },
  deadline: { seconds: 30 },
  patience: { seconds: 12 },
};
const SIBLING = { ttl: { seconds: 20 }, staleFor: { minutes: 30 } };
/** A review changes its pull request, and with it the key. */
const REVIEWED = { ttl: { hours: 1 }, staleFor: { hours: 2 } };
const CHECKED = { ttl: listedChecksTtl, staleFor: { hours: 2 } };
const FIXED = { ttl: { hours: 6 }, staleFor: { hours: 24 } };
/** Nothing at all is what GitHub says when it has not got to it yet. */
const LISTED = {
  ttl: (list: readonly unknown[]) =>
    list.length > 0 ? { hours: 6 } : { seconds: 3 },
  staleFor: { hours: 24 },
};

type SourceTimes<T> = Pick<
  SourceOptions<unknown, T>,
  'ttl' | 'staleFor' | 'keepFresh' | 'patience'
> &
  Partial<Pick<SourceOptions<unknown, T>, 'deadline'>>;

function sourceMaker(engine: FetchEngine, target: string) {
  return <K, T>(
    operation: string,
    times: SourceTimes<T>,
    name: { key(key: K): string; about(key: K): string },
    read: (key: K, signal: AbortSignal) => Promise<T>,
  ): Source<K, T> =>
    engine.createSource<K, T>({
      upstream: 'github',
      operation,
      deadline: { seconds: 10 },
      ...times,
      concurrency: 8,
      key: name.key,
      target: () => target,
      describe: key => ({ upstream: 'github', target: name.about(key) }),
      load: async (keys, { signal }) =>
        new Map(
          await Promise.all(
            keys.map(
              async key => [name.key(key), await read(key, signal)] as const,
            ),
          ),
        ),
    });
}

const atHead = {
  key: (at: PullAtHead) => `${at.number}@${at.headSha}`,
  about: (at: PullAtHead) => `change ${at.number}`,
};
const byNumber = {
  key: (number: number) => String(number),
  about: (number: number) => `change ${number}`,
};
const byRef = {
  key: ({ owner, repo, number }: PullRef) => `${owner}/${repo}#${number}`,
  about: ({ owner, repo, number }: PullRef) =>
    `pull request ${number} of ${owner}/${repo}`,
};
const bySha = {
  key: (sha: string) => sha,
  about: (sha: string) => `checks of ${sha.slice(0, 7)}`,
};
const byState = {
  key: (state: 'open' | 'closed') => state,
  about: (state: 'open' | 'closed') => `${state} changes`,
};
const byUpdate = {
  key: ({ number, updatedAt, look }: ReviewedAt) =>
    `${number}@${updatedAt}/${look}`,
  about: ({ number }: ReviewedAt) => `change ${number}`,
};

/** Makes the sources over one repository; `target` is its name, which shares a budget. */
export function createChangeSources(
  engine: FetchEngine,
  github: GithubReader,
  target: string,
): ChangeSources {
  const make = sourceMaker(engine, target);
  const pulls = {
    open: new KnownPulls(github, 'open'),
    closed: new KnownPulls(github, 'closed'),
  };
  return {
    pulls: make('ListPulls', LIST, byState, (state, signal) =>
      pulls[state].read(signal),
    ),
    pull: make('GetPull', LIVE, byNumber, (n, signal) =>
      github.getPull(n, signal),
    ),
    siblings: make('GetPull', SIBLING, byRef, (ref, signal) =>
      github.getSibling(ref, signal),
    ),
    files: make('ListFiles', LISTED, atHead, (at, signal) =>
      github.listFiles(at, signal),
    ),
    commits: make('ListCommits', LISTED, atHead, (at, signal) =>
      github.listCommits(at, signal),
    ),
    reviews: make('ListReviews', LIVE, byNumber, (n, signal) =>
      github.listReviews(n, signal),
    ),
    checks: make('ListChecks', LIVE, bySha, (sha, signal) =>
      github.listChecks(sha, signal),
    ),
    listedReviews: make(
      'ListReviews',
      REVIEWED,
      byUpdate,
      ({ number }, signal) => github.listReviews(number, signal),
    ),
    listedChecks: make('ListChecks', CHECKED, bySha, (sha, signal) =>
      github.listChecks(sha, signal),
    ),
    settledChecks: make('ListChecks', FIXED, bySha, (sha, signal) =>
      github.listChecks(sha, signal),
    ),
  };
}
