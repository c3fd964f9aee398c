import { SQSClient } from '@aws-sdk/client-sqs';
import { AwsClients, mapAwsError, UpstreamError } from '@slipway/platform-node';
import { z } from 'zod';
import { QueueKey } from './QueueKey';

/** Milliseconds for one call with its retries. */
const DEADLINE_MS = 25_000;

/** Options of a call as the SDK's `send` takes them. */
export interface SqsCallOptions {
  readonly abortSignal: AbortSignal;
}

const failureSchema = z.object({
  name: z.string(),
  message: z.string().catch(''),
  $metadata: z.object({ attempts: z.number().catch(1) }).catch({ attempts: 1 }),
});

/** How SQS itself names a failure, such as `PurgeQueueInProgress`, and after how many attempts. */
export interface SqsFailure {
  readonly name: string;
  readonly message: string;
  readonly attempts: number;
}

/** The names that SQS gave its errors before it spoke JSON start with `AWS.SimpleQueueService.`; SDKs still show those. */
export function sqsFailureOf(error: unknown): SqsFailure | undefined {
  const { data } = failureSchema.safeParse(error);
  return (
    data && {
      name: data.name.replace(/^AWS\.SimpleQueueService\./, ''),
      message: data.message,
      attempts: data.$metadata.attempts,
    }
  );
}

/**
 * Runs one SQS call with a deadline and maps what fails.
 *
 * @param handle - Answers a failure that means something to the caller; undefined leaves it to the common mapping.
 * @throws UpstreamError; `forbidden` names the IAM action.
 */
export async function callSqs<T>(
  awsClients: AwsClients,
  queue: QueueKey,
  operation: string,
  send: (client: SQSClient, options: SqsCallOptions) => Promise<T>,
  handle?: (failure: SqsFailure) => T | undefined,
): Promise<T> {
  try {
    const client = await awsClients.getClient(SQSClient, queue.environment);
    return await send(client, {
      abortSignal: AbortSignal.timeout(DEADLINE_MS),
    });
  } catch (error) {
    const failure = sqsFailureOf(error);
    const answer = failure && handle?.(failure);
    if (answer !== undefined) return answer;
    throw withAction(mapAwsError(error), operation);
  }
}

function withAction(error: UpstreamError, operation: string): UpstreamError {
  if (error.state !== 'forbidden') return error;
  const denied = /denied (kms:\w+)/.exec(error.message)?.[1];
  const action = denied ?? `sqs:${operation}`;
  return new UpstreamError('forbidden', `AWS denied ${action}`, {
    fix: `Allow ${action} on this queue to the role that Slipway uses in this account`,
    cause: error,
  });
}
