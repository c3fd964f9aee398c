import {
  paginateGetResources,
  ResourceGroupsTaggingAPIClient,
} from '@aws-sdk/client-resource-groups-tagging-api';
import { SlipwayEnvironment } from '@slipway/platform-common';
import { AwsClients, mapAwsError } from '@slipway/platform-node';
import { CallBudget } from './CallBudget';

/** The most that one call answers. */
const PAGE_SIZE = 100;

/** Tags of many queues by ARN. */
export type QueueTags = ReadonlyMap<string, Readonly<Record<string, string>>>;

/** Reads the tags of all queues of an account and region, 100 with each call. */
export class TagInventoryClient {
  readonly #awsClients: AwsClients;
  readonly #budget: CallBudget;

  constructor(awsClients: AwsClients, budget: CallBudget) {
    this.#awsClients = awsClients;
    this.#budget = budget;
  }

  /**
   * Queues that never had a tag are not among them.
   * @throws UpstreamError
   * @see https://docs.aws.amazon.com/resourcegroupstagging/latest/APIReference/API_GetResources.html
   */
  async getQueueTags(
    environment: SlipwayEnvironment,
    { signal }: { readonly signal: AbortSignal },
  ): Promise<QueueTags> {
    const tags = new Map<string, Record<string, string>>();
    try {
      const client = await this.#awsClients.getClient(
        ResourceGroupsTaggingAPIClient,
        environment,
      );
      await this.#budget.take(environment, signal);
      for await (const page of paginateGetResources(
        { client, pageSize: PAGE_SIZE },
        { ResourceTypeFilters: ['sqs:queue'] },
        { abortSignal: signal },
      )) {
        for (const { ResourceARN, Tags } of page.ResourceTagMappingList ?? []) {
          const pairs = (Tags ?? []).map(({ Key = '', Value = '' }) => [
            Key,
            Value,
          ]);
          tags.set(ResourceARN ?? '', Object.fromEntries(pairs));
        }
        if (page.PaginationToken) {
          await this.#budget.take(environment, signal);
        }
      }
    } catch (error) {
      throw mapAwsError(error);
    }
    return tags;
  }
}
