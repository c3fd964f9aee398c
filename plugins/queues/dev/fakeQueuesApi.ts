import { NotImplementedError } from '@backstage/errors';
import { QueuesApi } from '../src';
import { boardOf } from '../src/__fixtures__/boardRows';
import { topology } from '../src/__fixtures__/topology';
import { cost, history, queues } from './fixtures';

/** `?count=` in the URL says how many queues there are. */
function count(fallback: number): number {
  const wanted = new URLSearchParams(window.location.search).get('count');
  return wanted === null ? fallback : Number(wanted);
}

const rows = boardOf(count(5_000));

async function notHere(): Promise<never> {
  throw new NotImplementedError('There are no messages in the dev app');
}

/** A backend with queues in all states, and no messages. */
export const fakeQueuesApi: QueuesApi = {
  getQueues: async () => queues(count(4)),
  getTopology: async () => topology,
  getBoard: async () => ({
    ...rows,
    sources: [
      {
        state: 'unreachable',
        source: { upstream: 'sqs', environment: 'staging' },
        message: 'No answer within 5 s',
        fix: 'Check the network between the portal and AWS',
      },
    ],
    degraded:
      'CloudWatch is read every 5 min, since 85 % of the budget of today are used up',
  }),
  getCost: async () => cost,
  getHistory: async (queue, range) => ({
    range,
    queue: history(range, queue.queue.length * 60),
    dlq: history(range, queue.queue.length),
  }),
  getActions: async () => ({
    peek: { allowed: true },
    export: { allowed: true },
    redrive: { allowed: true },
    purge: { allowed: false, reason: 'Purging is switched off' },
  }),
  peek: notHere,
  exportMessages: notHere,
  previewRedrive: notHere,
  listRedrives: async () => ({ redrives: [] }),
  startRedrive: notHere,
  cancelRedrive: notHere,
  snapshot: notHere,
  purge: notHere,
};
