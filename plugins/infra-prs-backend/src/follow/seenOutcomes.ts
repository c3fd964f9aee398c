import { RequestEvent } from '@slipway/plugin-infra-prs-common';

/**
 * How the rollout of a change was once seen in an environment. Platforms tell the health of what runs now, not of what they
 * have replaced, so that this cannot be read from them again.
 */
export interface SeenOutcome {
  /** ISO 8601. */
  readonly liveAt?: string;
  readonly failedAt?: string;
}

/** By name of the environment. */
export type SeenOutcomes = ReadonlyMap<string, SeenOutcome>;

/** How the rollouts of a merge were seen, by the events that were kept of it. Pure. */
export function seenOutcomes(
  events: readonly RequestEvent[],
  mergeCommitSha: string,
): SeenOutcomes {
  const seen = new Map<string, SeenOutcome>();
  const prefix = `deployed:${mergeCommitSha}:`;
  for (const { id, at } of events) {
    if (id.startsWith(prefix)) {
      const end = id.lastIndexOf(':');
      const environment = id.slice(prefix.length, end);
      const key = id.endsWith(':failure') ? 'failedAt' : 'liveAt';
      seen.set(environment, { ...seen.get(environment), [key]: at });
    }
  }
  return seen;
}
