import { SlipwayEnvironment, SourceResult } from '@slipway/platform-common';
import { AwsClients } from '../../aws/types';
import { FetchEngine, Source } from '../../fetchEngine/types';
import { FoundQueues, Tag, TaggedQueues } from './TaggedQueues';
import { TaggedQueuesClient } from './TaggedQueuesClient';

interface Question {
  readonly tags: readonly Tag[];
  readonly environment: SlipwayEnvironment;
}

/** {@link TaggedQueues} through the fetch engine: tags change with deployments, so an answer holds for minutes. */
export class EngineTaggedQueues implements TaggedQueues {
  readonly #found: Source<Question, FoundQueues>;

  constructor(deps: { awsClients: AwsClients; engine: FetchEngine }) {
    const client = new TaggedQueuesClient(deps.awsClients);
    this.#found = deps.engine.createSource({
      upstream: 'tagging',
      operation: 'GetResources',
      key: idOf,
      target: ({ environment }) => placeOf(environment),
      describe: ({ tags, environment }) => ({
        upstream: 'tagging',
        environment: environment.name,
        target: tags.map(({ key, value }) => `${key}=${value}`).join(', '),
      }),
      ttl: { minutes: 5 },
      staleFor: { hours: 6 },
      deadline: { seconds: 15 },
      concurrency: 2,
      load: async ([question], options) =>
        new Map([
          [
            idOf(question),
            await client.find(question.tags, question.environment, options),
          ],
        ]),
    });
  }

  async find(
    tags: readonly Tag[],
    environment: SlipwayEnvironment,
  ): Promise<SourceResult<FoundQueues>> {
    return this.#found.get({ tags, environment });
  }
}

/** Environments that share an account and region share the answer. */
function placeOf({ account, region }: SlipwayEnvironment): string {
  return `${account} ${region}`;
}

function idOf({ tags, environment }: Question): string {
  return JSON.stringify([
    placeOf(environment),
    tags.map(({ key, value }) => [key, value]),
  ]);
}
