import { QueueSetup, queueWarnings } from './queueWarnings';

const DAY = 86_400;
const arn = (name: string) => `arn:aws:sqs:eu-west-1:111111111111:${name}`;

const dlqSetup = {
  arn: arn('orders-dlq'),
  name: 'orders-dlq',
  fifo: false,
  encrypted: true,
  retentionSeconds: 14 * DAY,
  redriveAllow: { permission: 'byQueue' as const, sources: [arn('orders')] },
};
const good = {
  arn: arn('orders'),
  name: 'orders',
  fifo: false,
  encrypted: true,
  retentionSeconds: 4 * DAY,
  isDlq: false,
  dlq: {
    name: 'orders-dlq',
    state: 'there' as const,
    owned: true,
    setup: dlqSetup,
  },
} satisfies QueueSetup;

const withDlq = (
  setup: Partial<QueueSetup['dlq'] & object>,
  queue: Partial<QueueSetup> = {},
): QueueSetup => ({ ...good, ...queue, dlq: { ...good.dlq, ...setup } });
const withDlqSetup = (
  setup:
    | Partial<typeof dlqSetup>
    | { redriveAllow: QueueSetup['redriveAllow'] },
  queue: Partial<QueueSetup> = {},
) => withDlq({ setup: { ...dlqSetup, ...setup } }, queue);

describe('queueWarnings', () => {
  it.each<[string, QueueSetup, string[]]>([
    ['nothing about a good setup', good, []],
    ['no dead-letter queue', { ...good, dlq: undefined }, ['warning no-dlq']],
    [
      'nothing of the kind about a dead-letter queue itself',
      { ...good, ...dlqSetup, dlq: undefined, isDlq: true },
      [],
    ],
    [
      'a dead-letter queue that anybody may use, seen by itself',
      {
        ...good,
        ...dlqSetup,
        redriveAllow: undefined,
        dlq: undefined,
        isDlq: true,
      },
      ['info redrive-allow-missing'],
    ],
    [
      'a dead-letter queue that does not exist',
      withDlq({ state: 'missing', setup: undefined }),
      ['error dlq-missing'],
    ],
    [
      'nothing about one that could not be read',
      withDlq({ state: 'unknown', setup: undefined, owned: undefined }),
      [],
    ],
    [
      'shorter retention than the source',
      withDlqSetup({ retentionSeconds: 3 * DAY }),
      ['error dlq-retention-short'],
    ],
    [
      'the same retention as the source, since the time there counts',
      withDlqSetup({ retentionSeconds: 4 * DAY }),
      ['warning dlq-retention-short'],
    ],
    [
      'nothing about retention of FIFO queues, whose clock starts anew',
      withDlqSetup({ retentionSeconds: DAY, fifo: true }, { fifo: true }),
      [],
    ],
    [
      'a standard dead-letter queue of a FIFO queue',
      withDlqSetup({}, { fifo: true }),
      ['error fifo-mismatch'],
    ],
    [
      'a FIFO dead-letter queue of a standard queue',
      withDlqSetup({ fifo: true }),
      ['error fifo-mismatch'],
    ],
    [
      'both queues unencrypted',
      withDlqSetup({ encrypted: false }, { encrypted: false }),
      ['warning unencrypted', 'warning unencrypted'],
    ],
    [
      'nobody owns the dead-letter queue',
      withDlq({ owned: false }),
      ['info dlq-unowned'],
    ],
    [
      'no redrive allow policy',
      withDlqSetup({ redriveAllow: undefined }),
      ['info redrive-allow-missing'],
    ],
    [
      'nothing about an open policy that somebody wrote',
      withDlqSetup({ redriveAllow: { permission: 'allowAll', sources: [] } }),
      [],
    ],
    [
      'a policy that leaves the source out',
      withDlqSetup({
        redriveAllow: { permission: 'byQueue', sources: [arn('other')] },
      }),
      ['error redrive-denied'],
    ],
    [
      'a policy that denies all',
      withDlqSetup({ redriveAllow: { permission: 'denyAll', sources: [] } }),
      ['error redrive-denied'],
    ],
    [
      'the worst first',
      withDlq(
        {
          owned: false,
          setup: { ...dlqSetup, encrypted: false, retentionSeconds: DAY },
        },
        {},
      ),
      ['error dlq-retention-short', 'warning unencrypted', 'info dlq-unowned'],
    ],
  ])('says %s', (_, queue, expected) => {
    const warnings = queueWarnings(queue);
    expect(warnings.map(({ code, severity }) => `${severity} ${code}`)).toEqual(
      expected,
    );
    for (const { message, fix } of warnings) {
      expect(message).toMatch(/orders.*[.]$/);
      expect(fix).toMatch(/aws_sqs_queue|fifo_queue/);
    }
  });

  it('names the queue to change and the numbers', () => {
    const [warning] = queueWarnings(
      withDlqSetup({ retentionSeconds: 3_600 * 5 }),
    );
    expect(warning.message).toContain(
      'orders-dlq keeps messages for 5 h, no longer than orders does (4 d)',
    );
    expect(warning.fix).toBe(
      'On the aws_sqs_queue orders-dlq, set message_retention_seconds = 1209600.',
    );
  });
});
