import { createHash } from 'node:crypto';
import { parseArn, SourceResult, TimePoint } from '@slipway/platform-common';
import {
  DeadLetterQueue,
  QueueHistory,
  QueueState,
} from '@slipway/plugin-queues-common';
import { QueueAttributes } from '../clients/SqsClient';
import { QueueKey } from '../clients/QueueKey';

/** CloudWatch lags up to two minutes; what is older than this says nothing about now. */
const RECENT_MS = 6 * 60_000;

/** Joins what SQS and CloudWatch say about a queue. */
export function toQueueState(
  queue: QueueKey,
  attributes: QueueAttributes,
  history: SourceResult<QueueHistory>,
  dlq: DeadLetterQueue | undefined,
): QueueState {
  const { redrive: _, ...rest } = attributes;
  return {
    ...rest,
    id: queueId(queue.arn),
    role: 'related',
    drain: { trend: 'unknown' },
    warnings: [],
    sourceQueues: [],
    arn: queue.arn,
    name: queue.name,
    environment: queue.environment.name,
    oldestAgeSeconds: latest(history.data?.oldestAge),
    sentPerSecond: latest(history.data?.sent),
    receivedPerSecond: latest(history.data?.received),
    deletedPerSecond: latest(history.data?.deleted),
    consoleUrl: queueConsoleUrl(queue.arn),
    history,
    dlq,
  };
}

/** Tells queues apart in signals, which anybody can listen to, without naming them. */
export function queueId(arn: string): string {
  return createHash('sha256').update(arn).digest('base64url').slice(0, 16);
}

function latest(points: readonly TimePoint[] = []): number | undefined {
  const known = points.filter(({ value }) => value !== undefined);
  const last = known[known.length - 1];
  return last && last.time >= Date.now() - RECENT_MS ? last.value : undefined;
}

/** Page of the queue in the AWS console. */
export function queueConsoleUrl(arn: string): string {
  const { partition, region, account, resource } = parseArn(arn);
  const suffix = region.startsWith('cn-')
    ? 'amazonaws.com.cn'
    : 'amazonaws.com';
  const console =
    partition === 'aws-cn'
      ? `https://${region}.console.amazonaws.cn`
      : `https://${region}.console.aws.amazon.com`;
  const url = `https://sqs.${region}.${suffix}/${account}/${resource}`;
  return `${console}/sqs/v3/home?region=${region}#/queues/${encodeURIComponent(
    url,
  )}`;
}
