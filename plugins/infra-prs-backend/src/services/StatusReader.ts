import { SourceResult } from '@slipway/platform-common';
import { UpstreamError } from '@slipway/platform-node';
import { GithubCheckDetails, StatusFacts } from '../clients/GithubCheckDetails';
import { CheckSources } from './CheckSources';

/** Reads commit statuses. Where the integration may not see them there are none, and GitHub holds to its rules alone. */
export class StatusReader {
  readonly #details: Pick<GithubCheckDetails, 'listStatuses'>;
  readonly #statuses: CheckSources['statuses'];

  constructor(
    details: Pick<GithubCheckDetails, 'listStatuses'>,
    statuses: CheckSources['statuses'],
  ) {
    this.#details = details;
    this.#statuses = statuses;
  }

  /** Seconds old. */
  async readCached(sha: string): Promise<SourceResult<StatusFacts[]>> {
    const result = await this.#statuses.get(sha);
    if (result.state !== 'forbidden') return result;
    return { ...result, state: 'ok', data: [] };
  }

  /** Anew. @throws UpstreamError */
  async readFresh(sha: string, signal: AbortSignal): Promise<StatusFacts[]> {
    try {
      return await this.#details.listStatuses(sha, signal);
    } catch (error) {
      if (error instanceof UpstreamError && error.state === 'forbidden') {
        return [];
      }
      throw error;
    }
  }
}
