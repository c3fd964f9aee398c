import { DemoQueue } from './DemoQueue';

const DAY = 86_400;
const TWO_WEEKS = 14 * DAY;

const orders = { owner: 'orders', system: 'order-system' };
const payments = { owner: 'payments', system: 'payment-system' };

/** Queues of the team that has its house in order; Terraform applies the same in the demo's infrastructure repository. */
const orderQueues: readonly DemoQueue[] = [
  {
    ...orders,
    name: 'orders-created',
    component: 'go-worker',
    deadLetters: {
      retentionSeconds: TWO_WEEKS,
      letters: [
        [19.5, 'payment-timeout'],
        [19.4, 'payment-timeout'],
        [11.2, 'missing-customer'],
        [5.1, 'payment-timeout'],
        [5, 'unknown-version'],
        [2.3, 'missing-customer'],
      ],
    },
  },
  {
    ...orders,
    name: 'notifications',
    component: 'quarkus-service',
    deadLetters: {
      retentionSeconds: TWO_WEEKS,
      letters: [
        [26, 'unreadable-body'],
        [8.7, 'missing-customer'],
        [3.4, 'unreadable-body'],
      ],
    },
  },
];

/** Queues of a team that has work to do: a backlog, a queue that grows, letters about to be lost, no encryption. */
const paymentQueues: readonly DemoQueue[] = [
  {
    ...payments,
    name: 'payment-captured.fifo',
    component: 'ledger-worker',
    environments: ['prod'],
    deadLetters: { retentionSeconds: TWO_WEEKS, letters: [] },
  },
  {
    ...payments,
    name: 'refunds',
    component: 'refunds-worker',
    // Retention as short as that of the queue in front, so that letters are lost before anybody has looked.
    deadLetters: {
      retentionSeconds: DAY,
      letters: [
        [23.2, 'payment-timeout'],
        [22.9, 'payment-timeout'],
        [9.5, 'unknown-version'],
      ],
    },
    backlog: [
      [4, 0],
      [3, 4_800],
      [0, 1_400],
    ],
  },
  {
    ...payments,
    name: 'fraud-checks',
    component: 'fraud-checker',
    environments: ['prod'],
    attributes: { SqsManagedSseEnabled: 'false' },
    backlog: [
      [9, 0],
      [0, 2_600],
    ],
    topic: 'orders-events',
  },
];

/** A queue of the platform, fed by a bus; nobody has sent to it in dev for weeks. */
const platformQueues: readonly DemoQueue[] = [
  {
    owner: 'platform',
    system: 'platform-tools',
    name: 'audit-log',
    component: 'audit-worker',
    deadLetters: { retentionSeconds: TWO_WEEKS, unowned: true, letters: [] },
    rule: 'acme-events/audit-log',
  },
];

/** Queues of three teams. */
export const demoQueues: readonly DemoQueue[] = [
  ...orderQueues,
  ...paymentQueues,
  ...platformQueues,
];

/** The environment in which things go wrong before anybody has pressed a button. */
export const BUSY_ENVIRONMENT = 'prod';
