import { CheckAnnotation } from '@slipway/plugin-infra-prs-common';
import { FetchEngine, Source } from '@slipway/platform-node';
import { GithubCheckDetails, StatusFacts } from '../clients/GithubCheckDetails';

/** A check run that is done: what it says no longer changes. */
export interface DoneCheck {
  readonly id: number;
  readonly completedAt?: string;
}

/** Cached reads of what checks say beyond their names. */
export interface CheckSources {
  readonly statuses: Source<string, StatusFacts[]>;
  readonly annotations: Source<DoneCheck, CheckAnnotation[]>;
}

/** Makes the sources over one repository; `target` is its name, which shares a budget. */
export function createCheckSources(
  engine: FetchEngine,
  details: GithubCheckDetails,
  target: string,
): CheckSources {
  const shared = {
    upstream: 'github',
    deadline: { seconds: 10 },
    concurrency: 4,
    target: () => target,
  };
  return {
    statuses: engine.createSource<string, StatusFacts[]>({
      ...shared,
      operation: 'ListStatuses',
      ttl: { seconds: 5 },
      staleFor: { minutes: 10 },
      key: sha => sha,
      describe: () => ({ upstream: 'github', target }),
      load: async (shas, { signal }) =>
        new Map(
          await Promise.all(
            shas.map(
              async sha =>
                [sha, await details.listStatuses(sha, signal)] as const,
            ),
          ),
        ),
    }),
    annotations: engine.createSource<DoneCheck, CheckAnnotation[]>({
      ...shared,
      operation: 'ListAnnotations',
      ttl: { hours: 6 },
      staleFor: { hours: 24 },
      key: ({ id, completedAt }) => `${id}@${completedAt}`,
      describe: () => ({ upstream: 'github', target }),
      load: async (checks, { signal }) =>
        new Map(
          await Promise.all(
            checks.map(
              async ({ id, completedAt }) =>
                [
                  `${id}@${completedAt}`,
                  await details.listAnnotations(id, signal),
                ] as const,
            ),
          ),
        ),
    }),
  };
}
