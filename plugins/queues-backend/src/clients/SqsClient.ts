import {
  GetQueueAttributesCommand,
  paginateListDeadLetterSourceQueues,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { AwsClients, mapAwsError, UpstreamError } from '@slipway/platform-node';
import { QueueCounts } from '@slipway/plugin-queues-common';
import { z } from 'zod';
import { QueueKey } from './QueueKey';
import { queueUrl } from './queueUrl';

/** What SQS itself says about a queue. */
export interface QueueAttributes extends QueueCounts {
  readonly fifo: boolean;
  readonly encrypted: boolean;
  readonly isDlq: boolean;
  readonly retentionSeconds: number;
  readonly visibilityTimeoutSeconds: number;
  readonly redrive?: {
    readonly dlqArn: string;
    readonly maxReceiveCount: number;
  };
}

const PAGE_SIZE = 1_000;

const count = z.coerce.number().int().nonnegative().default(0);
const flag = z.string().default('false');

/** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_GetQueueAttributes.html */
const attributesSchema = z.object({
  ApproximateNumberOfMessages: count,
  ApproximateNumberOfMessagesNotVisible: count,
  ApproximateNumberOfMessagesDelayed: count,
  MessageRetentionPeriod: z.coerce.number().default(345_600),
  VisibilityTimeout: z.coerce.number().default(30),
  FifoQueue: flag,
  SqsManagedSseEnabled: flag,
  KmsMasterKeyId: z.string().optional(),
  RedrivePolicy: z.string().optional(),
  RedriveAllowPolicy: z.string().optional(),
});

const redriveSchema = z.object({
  deadLetterTargetArn: z.string(),
  maxReceiveCount: z.coerce.number().int(),
});

const redriveAllowSchema = z.object({
  redrivePermission: z.enum(['byQueue', 'allowAll']),
});

/** Reads queues from Amazon SQS. */
export class SqsClient {
  readonly #awsClients: AwsClients;

  constructor(awsClients: AwsClients) {
    this.#awsClients = awsClients;
  }

  /** @throws UpstreamError */
  async getAttributes(
    queue: QueueKey,
    options: { signal: AbortSignal },
  ): Promise<QueueAttributes> {
    try {
      const client = await this.#awsClients.getClient(
        SQSClient,
        queue.environment,
      );
      const { Attributes } = await client.send(
        new GetQueueAttributesCommand({
          QueueUrl: queueUrl(queue.arn),
          AttributeNames: ['All'],
        }),
        { abortSignal: options.signal },
      );
      return toAttributes(attributesSchema.parse(Attributes ?? {}));
    } catch (error) {
      throw mapAwsError(error);
    }
  }

  /**
   * Names of the queues that send their dead letters here.
   * @throws UpstreamError
   */
  async listSourceQueues(
    queue: QueueKey,
    options: { signal: AbortSignal },
  ): Promise<string[]> {
    try {
      const client = await this.#awsClients.getClient(
        SQSClient,
        queue.environment,
      );
      const pages = paginateListDeadLetterSourceQueues(
        // Without a page size SQS stops at 1,000 and gives no token for the rest.
        { client, pageSize: PAGE_SIZE },
        { QueueUrl: queueUrl(queue.arn) },
        { abortSignal: options.signal },
      );
      const names: string[] = [];
      for await (const { queueUrls = [] } of pages) {
        names.push(...queueUrls.flatMap(url => url.split('/').pop() ?? []));
      }
      return names;
    } catch (error) {
      throw mapAwsError(error);
    }
  }
}

function toAttributes(raw: z.infer<typeof attributesSchema>): QueueAttributes {
  return {
    visible: raw.ApproximateNumberOfMessages,
    inFlight: raw.ApproximateNumberOfMessagesNotVisible,
    delayed: raw.ApproximateNumberOfMessagesDelayed,
    fifo: raw.FifoQueue === 'true',
    encrypted:
      raw.SqsManagedSseEnabled === 'true' || Boolean(raw.KmsMasterKeyId),
    isDlq: allowsSources(raw.RedriveAllowPolicy),
    retentionSeconds: raw.MessageRetentionPeriod,
    visibilityTimeoutSeconds: raw.VisibilityTimeout,
    redrive: raw.RedrivePolicy ? toRedrive(raw.RedrivePolicy) : undefined,
  };
}

/** Only a policy that lets queues in says that this is meant as a dead-letter queue; the default says nothing. */
function allowsSources(policy: string | undefined): boolean {
  if (!policy) {
    return false;
  }
  try {
    return redriveAllowSchema.safeParse(JSON.parse(policy)).success;
  } catch {
    return false;
  }
}

function toRedrive(policy: string): QueueAttributes['redrive'] {
  try {
    const parsed = redriveSchema.parse(JSON.parse(policy));
    return {
      dlqArn: parsed.deadLetterTargetArn,
      maxReceiveCount: parsed.maxReceiveCount,
    };
  } catch (error) {
    throw new UpstreamError(
      'misconfigured',
      'The redrive policy of the queue could not be read',
      {
        fix: 'Check the redrive_policy of the queue in Terraform',
        cause: error,
      },
    );
  }
}
