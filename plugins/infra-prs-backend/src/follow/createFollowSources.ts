import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { FetchEngine, Source } from '@slipway/platform-node';
import { DeploymentsResponse } from '@slipway/plugin-deployments-common';
import { DeploymentsClient } from '../clients/DeploymentsClient';
import { FollowReader } from '../clients/FollowReader';
import { PullFacts } from '../services/changeFacts';

/** Deployments as one caller may see them. */
export interface DeploymentsKey {
  readonly entityRef: string;
  /** Who asks: what one may see is not shown to another. */
  readonly caller: string;
  readonly credentials: BackstageCredentials;
}

/** Two commits: does the second have the first among its ancestors? */
export interface CommitPair {
  readonly ancestor: string;
  readonly commit: string;
}

/** A change whose reverts are looked for. */
export interface RevertsKey {
  readonly number: number;
  readonly headRef: string;
}

/** Cached reads of what became of changes. */
export interface FollowSources {
  readonly deployments: Source<DeploymentsKey, DeploymentsResponse>;
  readonly contains: Source<CommitPair, boolean>;
  /** Pull requests that GitHub's own Revert, or the portal's, opened for one. */
  readonly reverts: Source<RevertsKey, PullFacts[]>;
}

/** Makes the sources; `target` is the name of the repository, which shares a budget with its other reads. */
export function createFollowSources(
  engine: FetchEngine,
  clients: { deployments: DeploymentsClient; github: FollowReader },
  target: string,
): FollowSources {
  const { deployments, github } = clients;
  return {
    deployments: deploymentsSource(engine, deployments),
    contains: containsSource(engine, github, target),
    reverts: revertsSource(engine, github, target),
  };
}

function deploymentsSource(
  engine: FetchEngine,
  deployments: DeploymentsClient,
): FollowSources['deployments'] {
  return engine.createSource({
    upstream: 'deployments',
    operation: 'ListDeployments',
    key: ({ caller, entityRef }) => `${caller} ${entityRef}`,
    target: () => 'slipway-deployments',
    describe: key => ({ upstream: 'deployments', target: key.entityRef }),
    ttl: { seconds: 5 },
    staleFor: { minutes: 5 },
    deadline: { seconds: 10 },
    // It has caches of its own; when it hangs all the same, the page goes without.
    patience: { seconds: 2 },
    // Each read brings its own credentials, which end.
    keepFresh: false,
    concurrency: 8,
    load: async ([key], { signal }) => {
      const { entityRef, caller, credentials } = key;
      const found = await deployments.list(entityRef, credentials, signal);
      return new Map([[`${caller} ${entityRef}`, found]]);
    },
  });
}

function containsSource(
  engine: FetchEngine,
  github: FollowReader,
  target: string,
): FollowSources['contains'] {
  return engine.createSource({
    upstream: 'github',
    operation: 'CompareCommits',
    key: ({ ancestor, commit }) => `${ancestor}...${commit}`,
    target: () => target,
    describe: ({ commit }) => ({
      upstream: 'github',
      target: `commit ${commit.slice(0, 7)}`,
    }),
    // Commits never change.
    ttl: { days: 7 },
    staleFor: { days: 365 },
    deadline: { seconds: 10 },
    concurrency: 4,
    load: async ([{ ancestor, commit }], { signal }) => {
      const found = await github.contains({ ancestor, commit }, signal);
      return new Map([[`${ancestor}...${commit}`, found]]);
    },
  });
}

function revertsSource(
  engine: FetchEngine,
  github: FollowReader,
  target: string,
): FollowSources['reverts'] {
  return engine.createSource({
    upstream: 'github',
    operation: 'ListReverts',
    key: ({ number }) => String(number),
    target: () => target,
    describe: ({ number }) => ({
      upstream: 'github',
      target: `reverts of change ${number}`,
    }),
    ttl: { seconds: 20 },
    staleFor: { minutes: 30 },
    deadline: { seconds: 10 },
    concurrency: 4,
    load: async ([pull], { signal }) => {
      const found = await github.listReverts(pull, signal);
      return new Map([[String(pull.number), found]]);
    },
  });
}
