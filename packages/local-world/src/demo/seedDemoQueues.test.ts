import { MessageFlow } from '../aws/sqs/MessageFlow';
import { QueueStore } from '../aws/sqs/QueueStore';
import { DefaultWorldClock } from '../world/DefaultWorldClock';
import { demoEnvironments } from './environments';
import { demoDepth } from './queues/demoDepth';
import { seedDemoQueues } from './seedDemoQueues';

const HOUR = 3_600_000;
const now = Date.UTC(2026, 10, 20, 12);

function seed() {
  const clock = DefaultWorldClock.create({ mode: 'manual', start: now });
  const queues = new QueueStore(clock);
  seedDemoQueues(queues, demoEnvironments, now);
  const flow = new MessageFlow(queues, clock);
  const queue = (name: string) => {
    const found = queues.all().find(item => item.name === name);
    if (!found) {
      throw new Error(`no queue ${name}`);
    }
    return found;
  };
  return { queues, queue, depth: (name: string) => flow.counts(queue(name)) };
}

describe('the queues of the demo', () => {
  it('are 12 to 20, of three teams, with everything that can be wrong with them', () => {
    const { queues, queue } = seed();
    const all = queues.all();
    expect(all.length).toBeGreaterThanOrEqual(12);
    expect(all.length).toBeLessThanOrEqual(20);
    const owners = new Set(all.map(({ tags }) => tags.get('owner')));
    expect([...owners].sort()).toEqual([
      'orders',
      'payments',
      'platform',
      undefined,
    ]);
    expect(queue('prod-fraud-checks').redrivePolicy).toBeUndefined();
    expect(queue('prod-fraud-checks').attributes.SqsManagedSseEnabled).toBe(
      'false',
    );
    expect(queue('prod-refunds-dlq').seconds('MessageRetentionPeriod')).toBe(
      86_400,
    );
    expect(queue('prod-audit-log-dlq').tags.size).toBe(0);
    expect(queue('prod-payment-captured.fifo').redrivePolicy).toMatchObject({
      deadLetterTargetArn: queue('prod-payment-captured-dlq.fifo').arn,
    });
  });

  it('hold dead letters of several causes and a backlog', () => {
    const { queue, depth } = seed();
    const letters = [...queue('prod-orders-created-dlq').messages.all()];
    expect(letters).toHaveLength(6);
    const errors = letters.map(
      ({ attributes }) => attributes['error.message']?.StringValue,
    );
    expect(new Set(errors).size).toBe(3);
    expect(letters.every(({ traceHeader }) => traceHeader)).toBe(true);
    expect(depth('prod-refunds').visible).toBe(1_400);
    expect(depth('dev-refunds').visible).toBe(0);
  });

  it('say who may send to them', () => {
    const { queue } = seed();
    const sourceOf = (name: string) =>
      JSON.parse(queue(name).attributes.Policy).Statement[0].Condition
        .ArnEquals['aws:SourceArn'];
    expect(sourceOf('prod-fraud-checks')).toBe(
      'arn:aws:sns:eu-west-1:222222222222:prod-orders-events',
    );
    expect(sourceOf('dev-audit-log')).toBe(
      'arn:aws:events:eu-west-1:111111111111:rule/dev-acme-events/audit-log',
    );
    expect(queue('prod-refunds').attributes.Policy).toBeUndefined();
  });

  it.each([
    ['prod-refunds', 5, 0],
    ['prod-refunds', 3.5, 2_400],
    ['prod-refunds', 3, 4_800],
    ['prod-refunds', 0, 1_400],
    ['prod-fraud-checks', 4.5, 1_300],
    ['dev-refunds', 0, 0],
    ['prod-orders-created', 0, 0],
  ])('%s had %s hours ago %s messages waiting', (name, hours, messages) => {
    expect(demoDepth(name, now - hours * HOUR, now)).toBeCloseTo(messages);
  });
});
