import { SlipwayEnvironment, TimePoint } from '@slipway/platform-common';
import { AmpClients } from '@slipway/platform-node';
import { QueryWindow } from '../queries/window';
import { parseSingleSeries } from './promResponse';

/** Range queries that answer with one series, to the AMP workspace of an environment. */
export class RangeQueryClient {
  readonly #clients: AmpClients;

  constructor(clients: AmpClients) {
    this.#clients = clients;
  }

  /**
   * @returns undefined when no series matched.
   * @throws UpstreamError
   */
  async queryRange(
    environment: SlipwayEnvironment,
    query: string,
    window: QueryWindow,
    context: { signal: AbortSignal },
  ): Promise<TimePoint[] | undefined> {
    const client = await this.#clients.get(environment);
    const { start, end, step } = window;
    const { data } = await client.queryRange(
      { query, start, end, step },
      context,
    );
    return parseSingleSeries(data);
  }
}
