import { FetchEngine, Source } from '@slipway/platform-node';
import { GithubTimeline } from '../clients/GithubTimeline';
import { PullFacts } from '../services/changeFacts';
import { HappeningFacts } from '../services/happeningFacts';

type UpdatedPull = Pick<PullFacts, 'number' | 'updatedAt'>;

/** What happened to a pull request, as far as it is known. */
export interface Happenings {
  readonly happenings: readonly HappeningFacts[];
  /** Why there may be more, in words. */
  readonly gap?: string;
}

/** Tells what happened to a pull request. */
export interface HappeningReader {
  /** What cannot be read is left out: the store has what was read before. */
  read(pull: UpdatedPull): Promise<Happenings>;
}

/** Where nobody is asked. */
export const NO_HAPPENINGS: HappeningReader = {
  read: async () => ({ happenings: [] }),
};

/** What GitHub alone knows; all else is in the facts. */
const LOST =
  'who closed it, dismissed a review or pushed by force may be missing';

/**
 * Asks GitHub's timeline, once for each time that a pull request has changed: GraphQL knows no 304, so each read counts. Lists
 * never ask. `slug` is the name of the repository.
 */
export function createHappeningReader(
  engine: FetchEngine,
  timeline: GithubTimeline,
  slug: string,
): HappeningReader {
  const source: Source<UpdatedPull, HappeningFacts[]> = engine.createSource({
    upstream: 'github',
    operation: 'ListTimeline',
    ttl: { minutes: 5 },
    staleFor: { minutes: 30 },
    keepFresh: false,
    deadline: { seconds: 10 },
    concurrency: 4,
    key: ({ number, updatedAt }) => `${number}@${updatedAt}`,
    target: () => slug,
    describe: ({ number }) => ({
      upstream: 'github',
      target: `timeline of change ${number}`,
    }),
    load: async (pulls, { signal }) =>
      new Map(
        await Promise.all(
          pulls.map(
            async ({ number, updatedAt }) =>
              [
                `${number}@${updatedAt}`,
                await timeline.list(number, signal),
              ] as const,
          ),
        ),
      ),
  });
  return {
    async read(pull) {
      const { data, message } = await source.get(pull, { watch: false });
      // What is old is of the same state of the pull request, and lacks nothing.
      if (data) return { happenings: data };
      const why = message ?? 'it has not answered yet';
      return { happenings: [], gap: `GitHub's timeline: ${why}; ${LOST}` };
    },
  };
}
