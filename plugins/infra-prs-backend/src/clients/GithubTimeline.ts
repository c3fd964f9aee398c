import { HappeningFacts } from '../services/happeningFacts';

/** Reads what happened to a pull request, with the integration's own credentials. Throws UpstreamError. */
export interface GithubTimeline {
  /** Oldest first. */
  list(number: number, signal: AbortSignal): Promise<HappeningFacts[]>;
}
