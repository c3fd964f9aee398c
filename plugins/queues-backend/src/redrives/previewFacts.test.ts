import { QueueHistory } from '@slipway/plugin-queues-common';
import { blockersOf, PreviewFacts, risksOf } from './previewFacts';

const NOW = Date.parse('2026-01-01T12:00:00Z');
const minutes = (values: ReadonlyArray<number | undefined>) =>
  values.map((value, index) => ({
    time: NOW - (values.length - index) * 60_000,
    value,
  }));
const history = (series: Partial<QueueHistory>): QueueHistory => ({
  visible: [],
  inFlight: [],
  oldestAge: [],
  sent: [],
  received: [],
  deleted: [],
  ...series,
});
const facts = (more: Partial<PreviewFacts> = {}): PreviewFacts => ({
  count: 5,
  fifo: false,
  readOnly: false,
  isDeadLetterQueue: true,
  sources: [{ name: 'orders' }],
  flags: [],
  now: NOW,
  ...more,
});
const running = {
  id: 'r',
  kind: 'all' as const,
  environment: 'dev',
  queue: 'orders-dlq',
  targets: [],
  status: 'running' as const,
  moved: 1,
  startedBy: 'user:default/olivia',
  startedAt: '2026-01-01T11:59:00.000Z',
};

describe('blockersOf', () => {
  it('has nothing against a queue with dead letters', () => {
    expect(blockersOf(facts())).toEqual([]);
  });

  it.each([
    ['no dead letters', { count: 0 }, /no dead letters/],
    ['read-only mode', { readOnly: true }, /readOnly.*platform team/],
    [
      'a flag',
      { flags: ['orders has the AWS tag x=never'] },
      /^orders has the AWS tag x=never. Ask the owner/,
    ],
    ['no source', { sources: [] }, /redrive_policy/],
    [
      'a redrive of somebody',
      { running },
      /^olivia started a redrive at 2026-01-01T11:59/,
    ],
    [
      'a redrive from outside',
      { running: { ...running, startedBy: undefined } },
      /outside of Slipway/,
    ],
  ])('says what stands against it: %s', (_, more, blocker) => {
    expect(blockersOf(facts(more))).toEqual([expect.stringMatching(blocker)]);
  });
});

describe('risksOf', () => {
  it.each([
    [
      'the last letter came a moment ago',
      { history: history({ visible: minutes([1, 1, 4, undefined, 4]) }) },
      /about 3 minutes ago/,
    ],
    [
      'nobody takes messages',
      {
        sources: [
          {
            name: 'orders',
            history: history({
              visible: minutes([9, 9]),
              received: minutes([0, 0]),
            }),
          },
        ],
      },
      /Nobody takes messages from orders: 9 messages/,
    ],
    [
      'the source grows',
      {
        sources: [
          {
            name: 'orders',
            history: history({
              visible: minutes([10, 200]),
              received: minutes([1, 1]),
            }),
          },
        ],
      },
      /orders is growing/,
    ],
    ['order of FIFO', { fifo: true }, /FIFO/],
  ])('thinks of: %s', (_, more, risk) => {
    expect(risksOf(facts(more))).toContainEqual(expect.stringMatching(risk));
    expect(risksOf(facts())).not.toContainEqual(expect.stringMatching(risk));
  });

  it.each([
    [
      'old letters',
      { history: history({ visible: minutes([1, ...Array(90).fill(4)]) }) },
    ],
    [
      'silence of CloudWatch',
      { history: history({ visible: minutes([undefined, undefined]) }) },
    ],
    [
      'a queue that drains',
      {
        sources: [
          {
            name: 'orders',
            history: history({
              visible: minutes([200, 10]),
              received: minutes([1, 1]),
            }),
          },
        ],
      },
    ],
    [
      'a queue that is empty',
      {
        sources: [
          { name: 'orders', history: history({ visible: minutes([0, 0]) }) },
        ],
      },
    ],
  ])('makes nothing of: %s', (_, more) => {
    expect(risksOf(facts(more))).toEqual(risksOf(facts()));
  });
});
