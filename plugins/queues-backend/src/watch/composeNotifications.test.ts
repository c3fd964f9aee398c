import { composeNotifications } from './composeNotifications';
import { Notice } from './types';
import { ClaimedNotice } from './WatchStore';

const at = Date.parse('2026-11-28T22:10:00Z');

function claimed(
  name: string,
  notice: Partial<Notice> = {},
  options: { owner?: string; countNow?: number; isProtected?: boolean } = {},
): ClaimedNotice {
  const { owner = 'group:default/orders', isProtected = true } = options;
  return {
    notice: { kind: 'filling', reason: 'started', at, count: 12, ...notice },
    queue: {
      arn: `arn:aws:sqs:eu-west-1:222222222222:${name}`,
      name,
      owner,
      isProtected,
      environment: 'prod',
      entityRef: `resource:default/${name}`,
      sources: ['prod-orders', 'prod-refunds'],
    },
    countNow: options.countNow ?? notice.count ?? 12,
    createdAt: at,
  };
}

const payloads = (notices: readonly ClaimedNotice[]) =>
  composeNotifications(notices).map(({ send }) => send.payload);
const near = { kind: 'expiring', reason: 'near', expiresAt: at } as const;

describe('composeNotifications', () => {
  it('tells the owner what happened, where, and leads there', () => {
    expect(composeNotifications([claimed('prod-orders-dlq')])).toMatchObject([
      {
        send: {
          recipients: { type: 'entity', entityRef: 'group:default/orders' },
          payload: {
            title: '12 dead letters in prod-orders-dlq (prod)',
            description:
              'The dead-letter queue was empty before. Messages of prod-orders and 1 more could not be handled.',
            link: '/catalog/default/resource/prod-orders-dlq/queues',
            severity: 'high',
            topic: 'Dead letters',
            scope: 'dead-letters:filling:prod:prod-orders-dlq',
          },
        },
      },
    ]);
  });

  it.each<[string, ClaimedNotice, object]>([
    [
      'growth',
      claimed('q', { reason: 'growing', previousCount: 8, count: 1_200 }),
      {
        title: '1,200 dead letters in q (prod)',
        description: expect.stringContaining('more again: 8 before'),
      },
    ],
    [
      'old ones in a place to try things',
      claimed('q', { reason: 'found', count: 1 }, { isProtected: false }),
      {
        title: '1 dead letter in q (prod)',
        description: expect.stringContaining('when Slipway first looked'),
        severity: 'normal',
      },
    ],
    [
      'expiry, by the number there is now',
      claimed('q', near, { countNow: 3 }),
      {
        title: 'Dead letters in q (prod) are about to be lost',
        description:
          'SQS drops the oldest of 3 dead letters at 2026-11-28 22:10 UTC at the latest. Redrive or export them before.',
        severity: 'high',
        scope: 'dead-letters:expiring:prod:q',
      },
    ],
    [
      'expiry that is imminent',
      claimed('q', { ...near, reason: 'imminent' }, { isProtected: false }),
      { severity: 'critical' },
    ],
    [
      'a queue that emptied while its news was held back',
      claimed('q', {}, { countNow: 0 }),
      {
        title: 'Dead letters came and went in q (prod)',
        description:
          'There were 12 dead letters at 2026-11-28 22:10 UTC; the queue is empty again.',
        severity: 'low',
      },
    ],
  ])('words %s', (_, notice, expected) => {
    expect(payloads([notice])).toMatchObject([expected]);
  });

  it('makes one of many for an owner, the most urgent first, and keeps owners apart', () => {
    const many = ['a', 'b', 'c', 'd', 'e', 'f'].map((name, index) =>
      claimed(name, { count: index + 1 }),
    );
    const other = claimed('z', {}, { owner: 'group:default/payments' });
    const composed = composeNotifications([
      ...many,
      claimed('a', { ...near, reason: 'imminent' }),
      other,
    ]);
    expect(composed.map(({ notices }) => notices.length)).toEqual([7, 1]);
    expect(composed[0].send).toEqual({
      recipients: { type: 'entity', entityRef: 'group:default/orders' },
      payload: {
        title: '6 dead-letter queues need a look',
        description:
          'a (prod): expires at 2026-11-28 22:10 UTC; f (prod): 6 dead letters; e (prod): 5 dead letters; d (prod): 4 dead letters; c (prod): 3 dead letters; and 2 more',
        severity: 'critical',
        link: '/queues?team=mine',
        topic: 'Dead letters',
        scope: 'dead-letters:many:group:default/orders',
      },
    });
  });

  it('keeps a few apart', () => {
    expect(payloads(['a', 'b', 'c'].map(name => claimed(name)))).toHaveLength(
      3,
    );
    expect(payloads([])).toEqual([]);
  });
});
