import {
  GetQueueAttributesCommand,
  paginateListDeadLetterSourceQueues,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { AwsClients, mapAwsError, UpstreamError } from '@slipway/platform-node';
import { QueueCounts, RedriveAllow } from '@slipway/plugin-queues-common';
import { z } from 'zod';
import { QueueKey } from './QueueKey';
import { queueUrl } from './queueUrl';

/** What SQS itself says about a queue. */
export interface QueueAttributes extends QueueCounts {
  readonly fifo: boolean;
  readonly encrypted: boolean;
  /** Its redrive allow policy lets other queues in. */
  readonly isDlq: boolean;
  readonly redriveAllow?: RedriveAllow;
  readonly retentionSeconds: number;
  readonly visibilityTimeoutSeconds: number;
  readonly redrive?: {
    readonly dlqArn: string;
    readonly maxReceiveCount: number;
  };
  /** IAM policy as it is: who may do what with the queue. */
  readonly policy?: string;
}

const PAGE_SIZE = 1_000;

/** Never 0 for want of an answer. */
const count = z.coerce.number().int().nonnegative();
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
  Policy: z.string().optional(),
});

const redriveSchema = z.object({
  deadLetterTargetArn: z.string(),
  maxReceiveCount: z.coerce.number().int(),
});

/** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SetQueueAttributes.html */
const redriveAllowSchema = z.object({
  redrivePermission: z.enum(['byQueue', 'allowAll', 'denyAll']),
  sourceQueueArns: z.array(z.string()).default([]),
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
      return toAttributes(Attributes);
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

function toAttributes(attributes: unknown): QueueAttributes {
  const parsed = attributesSchema.safeParse(attributes);
  if (!parsed.success) {
    throw new UpstreamError('unreachable', 'SQS answered without counts', {
      fix: 'Wait for the next refresh; see the AWS Health Dashboard if this goes on',
      cause: parsed.error,
    });
  }
  const { data: raw } = parsed;
  const redriveAllow = toRedriveAllow(raw.RedriveAllowPolicy);
  return {
    visible: raw.ApproximateNumberOfMessages,
    inFlight: raw.ApproximateNumberOfMessagesNotVisible,
    delayed: raw.ApproximateNumberOfMessagesDelayed,
    fifo: raw.FifoQueue === 'true',
    encrypted:
      raw.SqsManagedSseEnabled === 'true' || Boolean(raw.KmsMasterKeyId),
    // Only a policy that lets queues in says that this is meant as a dead-letter queue; the default says nothing.
    isDlq: redriveAllow !== undefined && redriveAllow.permission !== 'denyAll',
    redriveAllow,
    retentionSeconds: raw.MessageRetentionPeriod,
    visibilityTimeoutSeconds: raw.VisibilityTimeout,
    redrive: raw.RedrivePolicy ? toRedrive(raw.RedrivePolicy) : undefined,
    policy: raw.Policy,
  };
}

function toRedriveAllow(policy: string | undefined): RedriveAllow | undefined {
  try {
    const parsed = redriveAllowSchema.parse(JSON.parse(policy ?? ''));
    return {
      permission: parsed.redrivePermission,
      sources: parsed.sourceQueueArns,
    };
  } catch {
    return undefined;
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
