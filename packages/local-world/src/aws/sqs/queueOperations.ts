import { z } from 'zod';
import { AwsError } from '../server/AwsError';
import { AwsOperation } from '../server/AwsService';
import { checkRedrive } from './checkRedrive';
import { arnOf, Queue } from './Queue';
import { checkAttributes } from './queueAttributes';
import {
  pageOf,
  queueAt,
  queueUrl,
  sqsOperation,
  SqsState,
  urlOf,
} from './sqsOperation';

/** Two purges of a queue within this time are refused. */
const PURGE_INTERVAL_MS = 60_000;

const texts = z.record(z.string(), z.string());
const queueName = z
  .string()
  .regex(
    /^[A-Za-z0-9_-]{1,80}$|^[A-Za-z0-9_-]{1,75}\.fifo$/,
    'Can only include alphanumeric characters, hyphens, or underscores. 1 to 80 in length',
  );

const differs = (queue: Queue, wanted: Record<string, string>) =>
  Object.entries(wanted).some(
    ([name, value]) => queue.attributes[name] !== value,
  );

const createQueue = (state: SqsState) =>
  sqsOperation(
    z.object({
      QueueName: queueName,
      Attributes: texts.default({}),
      tags: texts.default({}),
    }),
    (input, call) => {
      const { Attributes: attributes, QueueName: name } = input;
      checkAttributes(attributes);
      const fifo = name.endsWith('.fifo');
      if (fifo !== (attributes.FifoQueue === 'true')) {
        throw new AwsError(
          'InvalidParameterValue',
          'The name of a FIFO queue can only include alphanumeric characters, hyphens, or underscores, must end with .fifo suffix and be 1 to 80 in length.',
        );
      }
      const identity = { account: call.account, region: call.region, name };
      checkRedrive(state.queues, { arn: arnOf(identity), fifo }, attributes);
      const existing = state.queues.get(identity);
      if (existing && differs(existing, attributes)) {
        throw new AwsError(
          'QueueNameExists',
          'A queue already exists with the same name and a different value for attribute(s).',
          { queryCode: 'QueueAlreadyExists' },
        );
      }
      const queue = state.queues.ensure(identity, attributes);
      Object.entries(input.tags).forEach(([k, v]) => queue.tags.set(k, v));
      return { QueueUrl: urlOf(queue, call.baseUrl) };
    },
  );

const deleteQueue = (state: SqsState) =>
  sqsOperation(z.object({ QueueUrl: queueUrl }), (input, call) => {
    state.queues.delete(queueAt(state, input.QueueUrl, call).identity);
  });

const getQueueUrl = (state: SqsState) =>
  sqsOperation(
    z.object({
      QueueName: z.string(),
      QueueOwnerAWSAccountId: z.string().optional(),
    }),
    (input, call) => {
      const account = input.QueueOwnerAWSAccountId ?? call.account;
      const identity = { account, region: call.region, name: input.QueueName };
      const queue = state.queues.require(identity);
      return { QueueUrl: urlOf(queue, call.baseUrl) };
    },
  );

const listQueues = (state: SqsState) =>
  sqsOperation(
    z.object({
      QueueNamePrefix: z.string().default(''),
      MaxResults: z.number().int().min(1).max(1_000).optional(),
      NextToken: z.string().optional(),
    }),
    (input, call) => {
      const found = state.queues
        .list(call.account, call.region)
        .filter(queue => queue.name.startsWith(input.QueueNamePrefix));
      const limit = input.MaxResults ?? 1_000;
      const page = pageOf(found, limit, input.NextToken);
      return {
        QueueUrls: page.items.map(queue => urlOf(queue, call.baseUrl)),
        // Without MaxResults SQS cuts at 1,000 and gives no token.
        NextToken: input.MaxResults === undefined ? undefined : page.next,
      };
    },
  );

const listDeadLetterSourceQueues = (state: SqsState) =>
  sqsOperation(
    z.object({
      QueueUrl: queueUrl,
      MaxResults: z.number().int().min(1).max(1_000).optional(),
      NextToken: z.string().optional(),
    }),
    (input, call) => {
      const queue = queueAt(state, input.QueueUrl, call);
      const page = pageOf(
        state.queues.sourcesOf(queue),
        input.MaxResults ?? 1_000,
        input.NextToken,
      );
      return {
        queueUrls: page.items.map(source => urlOf(source, call.baseUrl)),
        NextToken: input.MaxResults === undefined ? undefined : page.next,
      };
    },
  );

const purgeQueue = (state: SqsState) =>
  sqsOperation(z.object({ QueueUrl: queueUrl }), (input, call) => {
    const queue = queueAt(state, input.QueueUrl, call);
    const now = state.clock.now();
    if (
      queue.lastPurge !== undefined &&
      now - queue.lastPurge < PURGE_INTERVAL_MS
    ) {
      throw new AwsError(
        'PurgeQueueInProgress',
        `Only one PurgeQueue operation on ${queue.name} is allowed every 60 seconds.`,
        {
          status: 403,
          queryCode: 'AWS.SimpleQueueService.PurgeQueueInProgress',
        },
      );
    }
    queue.lastPurge = now;
    queue.messages.clear();
  });

/** Operations on queues as such. */
export const queueOperations = (
  state: SqsState,
): Record<string, AwsOperation> => ({
  CreateQueue: createQueue(state),
  DeleteQueue: deleteQueue(state),
  GetQueueUrl: getQueueUrl(state),
  ListQueues: listQueues(state),
  ListDeadLetterSourceQueues: listDeadLetterSourceQueues(state),
  PurgeQueue: purgeQueue(state),
});
