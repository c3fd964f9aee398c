import {
  GetQueueAttributesCommand,
  ListQueueTagsCommand,
  paginateListQueues,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { SlipwayEnvironment } from '@slipway/platform-common';
import { AwsClients, mapAwsError } from '@slipway/platform-node';
import { z } from 'zod';
import { CallBudget } from './CallBudget';

/** Without a page size SQS stops at 1000 queues and gives no token for the rest. */
const PAGE_SIZE = 1000;

const redriveSchema = z.object({ deadLetterTargetArn: z.string() });

/** A queue as SQS lists it. */
export interface QueueUrlKey {
  readonly environment: SlipwayEnvironment;
  readonly url: string;
}

type Signal = { readonly signal: AbortSignal };

/** Reads what the catalog keeps of the SQS queues of an account and region. All methods throw UpstreamError. */
export class SqsInventoryClient {
  readonly #awsClients: AwsClients;
  readonly #budget: CallBudget;

  constructor(awsClients: AwsClients, budget: CallBudget) {
    this.#awsClients = awsClients;
    this.#budget = budget;
  }

  /** URLs of the queues whose names begin with the environment's prefix: one call for each 1,000. */
  async listQueues(
    environment: SlipwayEnvironment,
    { signal }: Signal,
  ): Promise<string[]> {
    return this.#call(environment, signal, async client => {
      const urls: string[] = [];
      for await (const page of paginateListQueues(
        { client, pageSize: PAGE_SIZE },
        { QueueNamePrefix: environment.resourcePrefix },
        { abortSignal: signal },
      )) {
        urls.push(...(page.QueueUrls ?? []));
        if (page.NextToken) {
          await this.#budget.take(environment, signal);
        }
      }
      return urls;
    });
  }

  /** ARN of the dead-letter queue, or nothing when there is none. */
  async getDlqArn(
    { environment, url }: QueueUrlKey,
    { signal }: Signal,
  ): Promise<string | undefined> {
    return this.#call(environment, signal, async client => {
      const { Attributes } = await client.send(
        new GetQueueAttributesCommand({
          QueueUrl: url,
          AttributeNames: ['RedrivePolicy'],
        }),
        { abortSignal: signal },
      );
      return dlqArnOf(Attributes?.RedrivePolicy);
    });
  }

  async getTags(
    { environment, url }: QueueUrlKey,
    { signal }: Signal,
  ): Promise<Record<string, string>> {
    return this.#call(environment, signal, async client => {
      const { Tags } = await client.send(
        new ListQueueTagsCommand({ QueueUrl: url }),
        { abortSignal: signal },
      );
      return Tags ?? {};
    });
  }

  async #call<V>(
    environment: SlipwayEnvironment,
    signal: AbortSignal,
    task: (client: SQSClient) => Promise<V>,
  ): Promise<V> {
    try {
      const client = await this.#awsClients.getClient(SQSClient, environment);
      await this.#budget.take(environment, signal);
      return await task(client);
    } catch (error) {
      throw mapAwsError(error);
    }
  }
}

function dlqArnOf(policy: string | undefined): string | undefined {
  try {
    return redriveSchema.parse(JSON.parse(policy ?? '')).deadLetterTargetArn;
  } catch {
    return undefined;
  }
}
