import {
  paginateGetResources,
  ResourceGroupsTaggingAPIClient,
} from '@aws-sdk/client-resource-groups-tagging-api';
import { mapAwsError } from '../../aws/mapAwsError';
import { AwsClients } from '../../aws/types';
import { FoundQueues, Tag } from './TaggedQueues';

const PAGE_SIZE = 100;
/** A page about one entity cannot show more, and tags such as `env=prod` are on everything. */
const MAX_QUEUES = 200;

/** Finds queues with the Resource Groups Tagging API. */
export class TaggedQueuesClient {
  readonly #awsClients: AwsClients;

  constructor(awsClients: AwsClients) {
    this.#awsClients = awsClients;
  }

  /** @throws UpstreamError */
  async find(
    tags: readonly Tag[],
    place: { readonly account: string; readonly region: string },
    options: { signal: AbortSignal },
  ): Promise<FoundQueues> {
    try {
      const client = await this.#awsClients.getClient(
        ResourceGroupsTaggingAPIClient,
        place,
      );
      const pages = paginateGetResources(
        { client, pageSize: PAGE_SIZE },
        {
          ResourceTypeFilters: ['sqs'],
          TagFilters: tags.map(({ key, value }) => ({
            Key: key,
            Values: [value],
          })),
        },
        { abortSignal: options.signal },
      );
      const arns: string[] = [];
      for await (const { ResourceTagMappingList = [] } of pages) {
        arns.push(
          ...ResourceTagMappingList.flatMap(
            ({ ResourceARN }) => ResourceARN ?? [],
          ),
        );
        if (arns.length > MAX_QUEUES) {
          break;
        }
      }
      return {
        arns: arns.slice(0, MAX_QUEUES),
        more: arns.length > MAX_QUEUES,
      };
    } catch (error) {
      throw mapAwsError(error);
    }
  }
}
