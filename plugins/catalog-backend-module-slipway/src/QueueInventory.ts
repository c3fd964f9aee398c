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
      // Each run reads anew; an old answer is `stale` and ends the run.
      ttl: { seconds: 1 },
      staleFor: { seconds: 30 },
      keepFresh: false,
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
    const list = await this.#lists.get(environment);
    if (list.state !== 'ok' || !list.data) {
      throw new UpstreamError('unreachable', list.message ?? list.state, list);
    }
    const results = await this.#queues.getMany(
      list.data.map(url => ({ environment, url })),
    );
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
