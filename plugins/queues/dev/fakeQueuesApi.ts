import { QueuesApi } from '../src';
import { boardOf } from '../src/__fixtures__/boardRows';
import { FakeDeadLetters } from '../src/__fixtures__/FakeDeadLetters';
import { peekedMessage } from '../src/__fixtures__/peekedMessages';
import { topology } from '../src/__fixtures__/topology';
import { cost, history, queues } from './fixtures';

/** `?count=` in the URL says how many queues there are. */
function count(fallback: number): number {
  const wanted = new URLSearchParams(window.location.search).get('count');
  return wanted === null ? fallback : Number(wanted);
}

const rows = boardOf(count(5_000));

const deadLetters = new FakeDeadLetters(
  Array.from({ length: 120 }, (_, index) => peekedMessage(index)),
);
deadLetters.step = 3;

/** A backend with queues in all states, and one dead-letter queue for all of them. */
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
  getActions: deadLetters.getActions,
  peek: deadLetters.peek,
  exportMessages: deadLetters.exportMessages,
  previewRedrive: deadLetters.previewRedrive,
  listRedrives: deadLetters.listRedrives,
  startRedrive: deadLetters.startRedrive,
  cancelRedrive: deadLetters.cancelRedrive,
  snapshot: deadLetters.snapshot,
  purge: deadLetters.purge,
};
