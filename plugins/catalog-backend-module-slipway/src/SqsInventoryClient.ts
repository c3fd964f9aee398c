import {
  GetQueueAttributesCommand,
  ListQueueTagsCommand,
  paginateListQueues,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { SlipwayEnvironment } from '@slipway/platform-common';
import { AwsClients, mapAwsError, UpstreamError } from '@slipway/platform-node';
import { z } from 'zod';

/** What the catalog keeps of a queue: nothing that changes by itself. */
export interface QueueDescription {
  readonly arn: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly dlqArn?: string;
}

const PAGE_SIZE = 1000;

const redriveSchema = z.object({ deadLetterTargetArn: z.string() });

/** Lists and describes the SQS queues of an account and region. All methods throw {@link UpstreamError}. */
export class SqsInventoryClient {
  readonly #awsClients: AwsClients;

  constructor(awsClients: AwsClients) {
    this.#awsClients = awsClients;
  }

  /** URLs of the queues whose names begin with the environment's prefix. */
  async listQueues(
    environment: SlipwayEnvironment,
    options: { signal: AbortSignal },
  ): Promise<string[]> {
    try {
      const client = await this.#awsClients.getClient(SQSClient, environment);
      const urls: string[] = [];
      // Without a page size SQS stops at 1000 queues and gives no token for the rest.
      for await (const page of paginateListQueues(
        { client, pageSize: PAGE_SIZE },
        { QueueNamePrefix: environment.resourcePrefix },
        { abortSignal: options.signal },
      )) {
        urls.push(...(page.QueueUrls ?? []));
      }
      return urls;
    } catch (error) {
      throw mapAwsError(error);
    }
  }

  async describeQueue(
    environment: SlipwayEnvironment,
    url: string,
    options: { signal: AbortSignal },
  ): Promise<QueueDescription> {
    const abort = { abortSignal: options.signal };
    try {
      const client = await this.#awsClients.getClient(SQSClient, environment);
      const [{ Attributes }, { Tags }] = await Promise.all([
        client.send(
          new GetQueueAttributesCommand({
            QueueUrl: url,
            AttributeNames: ['QueueArn', 'RedrivePolicy'],
          }),
          abort,
        ),
        client.send(new ListQueueTagsCommand({ QueueUrl: url }), abort),
      ]);
      if (!Attributes?.QueueArn) {
        throw new UpstreamError('not_found', `${url} has no ARN`);
      }
      return {
        arn: Attributes.QueueArn,
        tags: Tags ?? {},
        dlqArn: dlqArnOf(Attributes.RedrivePolicy),
      };
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
