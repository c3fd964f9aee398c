import { z } from 'zod';
import { AwsError } from '../server/AwsError';
import { AwsCall, operationFor } from '../server/AwsService';
import { MessageFlow } from './MessageFlow';
import { MoveTasks } from './MoveTasks';
import { Queue } from './Queue';
import { QueueStore } from './QueueStore';
import { WorldClock } from '../../world/types';

/** What the operations of SQS work on. */
export interface SqsState {
  readonly clock: WorldClock;
  readonly queues: QueueStore;
  readonly flow: MessageFlow;
  readonly moves: MoveTasks;
}

/** Makes an SQS operation; bad input is an `InvalidParameterValue`. */
export const sqsOperation = operationFor('InvalidParameterValue');

export const queueUrl = z.string().min(1);

/** The URL by which clients name a queue. */
export const urlOf = (queue: Queue, baseUrl: string): string =>
  `${baseUrl}/${queue.identity.account}/${queue.name}`;

/** Finds the queue a URL names; other accounts' queues are closed, as no queue of the world has such a policy. */
export function queueAt(state: SqsState, url: string, call: AwsCall): Queue {
  const [account, name] = url.split('/').slice(-2);
  if (!account || !name) {
    throw new AwsError(
      'InvalidAddress',
      `The address ${url} is not valid for this endpoint.`,
      {
        queryCode: 'InvalidAddress',
      },
    );
  }
  const queue = state.queues.require({ account, region: call.region, name });
  if (account !== call.account) {
    throw new AwsError(
      'AccessDenied',
      `User: ${call.caller} is not authorized to access the resource ${queue.arn} because no resource-based policy allows it`,
      { status: 403, queryCode: 'AccessDenied' },
    );
  }
  queue.touch(state.clock.now());
  return queue;
}

/** A page of a list and the token of the next one. */
export function pageOf<T>(
  items: readonly T[],
  limit: number,
  token: string | undefined,
): { items: readonly T[]; next: string | undefined } {
  const start = token
    ? Number(Buffer.from(token, 'base64').toString('utf8'))
    : 0;
  if (!Number.isInteger(start) || start < 0) {
    throw new AwsError('InvalidParameterValue', 'Invalid NextToken value');
  }
  const end = start + limit;
  const next =
    end < items.length
      ? Buffer.from(String(end)).toString('base64')
      : undefined;
  return { items: items.slice(start, end), next };
}
