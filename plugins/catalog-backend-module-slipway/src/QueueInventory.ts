import { SlipwayEnvironment } from '@slipway/platform-common';
import {
  AwsClients,
  FetchEngine,
  Source,
  UpstreamError,
} from '@slipway/platform-node';
import { QueueDescription, SqsInventoryClient } from './SqsInventoryClient';

interface QueueUrlKey {
  readonly environment: SlipwayEnvironment;
  readonly url: string;
}

/** All queues of an environment, read a few at a time. */
export class QueueInventory {
  readonly #lists: Source<SlipwayEnvironment, readonly string[]>;
  readonly #queues: Source<QueueUrlKey, QueueDescription>;

  constructor(deps: { engine: FetchEngine; awsClients: AwsClients }) {
    const client = new SqsInventoryClient(deps.awsClients);
    const common = {
      upstream: 'sqs',
      ttl: { seconds: 30 },
      staleFor: { seconds: 0 },
      keepFresh: false,
      // A run has time: it waits its turn among thousands of queues.
      patience: { minutes: 3 },
    };
    this.#lists = deps.engine.createSource({
      ...common,
      operation: 'ListQueues',
      key: ({ name }) => name,
      target: targetOf,
      describe: ({ name }) => ({ upstream: 'sqs', environment: name }),
      deadline: { seconds: 60 },
      load: async ([environment], options) =>
        new Map([
          [environment.name, await client.listQueues(environment, options)],
        ]),
    });
    this.#queues = deps.engine.createSource({
      ...common,
      operation: 'DescribeQueue',
      key: ({ environment, url }) => `${environment.name} ${url}`,
      target: ({ environment }) => targetOf(environment),
      describe: ({ environment, url }) => ({
        upstream: 'sqs',
        environment: environment.name,
        target: url.split('/').pop(),
      }),
      deadline: { seconds: 15 },
      load: async ([{ environment, url }], options) =>
        new Map([
          [
            `${environment.name} ${url}`,
            await client.describeQueue(environment, url, options),
          ],
        ]),
    });
  }

  /**
   * Describes every queue. One that is deleted meanwhile is left out.
   * @throws UpstreamError when the list or any queue cannot be read, so that a half-read account removes nothing.
   */
  async read(environment: SlipwayEnvironment): Promise<QueueDescription[]> {
    // Each run reads anew; only its own answers count.
    this.#lists.invalidate(environment);
    const list = await this.#lists.get(environment);
    if (list.state !== 'ok' || !list.data) {
      throw new UpstreamError('unreachable', list.message ?? list.state, list);
    }
    const keys = list.data.map(url => ({ environment, url }));
    keys.forEach(key => this.#queues.invalidate(key));
    const results = await this.#queues.getMany(keys);
    const failed = results.find(
      ({ state }) => state !== 'ok' && state !== 'not_found',
    );
    if (failed) {
      throw new UpstreamError(
        'unreachable',
        `${failed.source.target}: ${failed.message ?? failed.state}`,
        failed,
      );
    }
    return results.flatMap(({ data }) => data ?? []);
  }
}

function targetOf({ account, region }: SlipwayEnvironment): string {
  return `${account} ${region}`;
}
