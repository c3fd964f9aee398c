import { InMemoryTimeSeriesDatabase } from '../../amp/tsdb/InMemoryTimeSeriesDatabase';
import { createAws } from '../../aws/createAws';
import { demoEnvironments } from '../../demo/environments';
import { CallCounter } from '../CallCounter';
import { Chaos } from '../Chaos';
import { DefaultWorkloadRegistry } from '../DefaultWorkloadRegistry';
import { DefaultWorldClock } from '../DefaultWorldClock';
import { worldPorts } from '../WorldPart';
import { createTraffic } from './createTraffic';
import { causeOf } from './failureCauses';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const start = Date.UTC(2026, 10, 20, 12, 0, 0);

async function startTraffic(historyMs = 0) {
  const clock = DefaultWorldClock.create({ mode: 'manual', start });
  const world = {
    clock,
    environments: demoEnvironments,
    workloads: new DefaultWorkloadRegistry(clock),
    counter: new CallCounter(),
    chaos: new Chaos(),
    seed: 7,
    stateDir: '',
    urls: {
      ...Object.fromEntries(worldPorts.map(name => [name, ''])),
    } as never,
  };
  const aws = createAws(world);
  const samples = new InMemoryTimeSeriesDatabase();
  const traffic = createTraffic(world, aws, samples, historyMs);
  await traffic.start?.();
  const queue = (name: string, account = '222222222222') => {
    const found = aws.queues.get({ account, region: 'eu-west-1', name });
    if (!found) {
      throw new Error(`no queue ${name}`);
    }
    return found;
  };
  const depth = (name: string, account?: string) =>
    aws.flow.counts(queue(name, account)).visible;
  const metric = (QueueName: string, name: string) =>
    aws.metrics.find({
      account: '222222222222',
      region: 'eu-west-1',
      namespace: 'AWS/SQS',
      name,
      dimensions: [{ Name: 'QueueName', Value: QueueName }],
    });
  const counter = (name: string, labels: Record<string, string>) =>
    samples
      .select(demoEnvironments[1].ampWorkspace, [
        {
          name: '__name__',
          operator: '=',
          value: name,
          matches: v => v === name,
        },
      ])
      .filter(({ labels: of }) =>
        Object.entries(labels).every(([key, value]) => of[key] === value),
      );
  return { ...world, aws, samples, traffic, depth, metric, counter, queue };
}
type Traffic = Awaited<ReturnType<typeof startTraffic>>;

describe('the traffic of the world', () => {
  let world: Traffic;
  beforeEach(async () => {
    world = await startTraffic();
  });

  it('has a day of history when it begins', async () => {
    world = await startTraffic(24 * HOUR);
    const depths = world
      .metric('prod-orders-created', 'ApproximateNumberOfMessagesVisible')
      ?.read(start - 24 * HOUR, start, 5 * MINUTE);
    expect(depths).toHaveLength(288);
    const highs = depths?.map(({ maximum }) => maximum) ?? [];
    expect(Math.max(...highs)).toBeLessThanOrEqual(40);
    expect(new Set(highs).size).toBeGreaterThan(5);
    const letters = world
      .metric('prod-orders-created-dlq', 'ApproximateNumberOfMessagesVisible')
      ?.read(start - 24 * HOUR, start, HOUR);
    // Until its first letter came CloudWatch had nothing to say about it.
    expect(letters).toHaveLength(20);
    expect(letters?.at(-1)?.maximum).toBe(6);
    const requests = world.counter(
      'http_server_request_duration_seconds_count',
      {
        service_name: 'spring-api',
        http_response_status_code: '200',
      },
    );
    expect(requests).toHaveLength(1);
  });

  it('has a queue that catches up and one that falls behind, now as in its history', async () => {
    world = await startTraffic(24 * HOUR);
    const trend = (name: string) => {
      const points = world
        .metric(name, 'ApproximateNumberOfMessagesVisible')
        ?.read(start - HOUR, start, 5 * MINUTE)
        .map(({ maximum }) => maximum);
      return (points?.at(-1) ?? 0) - (points?.[0] ?? 0);
    };
    expect(trend('prod-refunds')).toBeLessThan(-900);
    expect(trend('prod-fraud-checks')).toBeGreaterThan(200);
    const before = ['prod-refunds', 'prod-fraud-checks'].map(name =>
      world.depth(name),
    );
    await world.clock.advance(10 * MINUTE);
    expect(world.depth('prod-refunds')).toBeLessThan(before[0] - 50);
    expect(world.depth('prod-fraud-checks')).toBeGreaterThan(before[1] + 10);
    expect(world.depth('prod-payment-captured.fifo')).toBeLessThan(60);
  });

  it('keeps depths low but moving while all is well', async () => {
    const seen: number[] = [];
    for (let at = 0; at < 40; at += 1) {
      await world.clock.advance(5 * SECOND);
      seen.push(world.depth('prod-orders-created'));
    }
    expect(Math.max(...seen)).toBeLessThan(60);
    expect(new Set(seen).size).toBeGreaterThan(4);
    expect(world.depth('prod-orders-created-dlq')).toBe(6);
    const processed = world.counter(
      'messaging_process_duration_seconds_count',
      {
        service_name: 'go-worker',
        messaging_destination_name: 'prod-orders-created',
      },
    );
    expect(processed.map(({ labels }) => labels.error_type)).toEqual([
      undefined,
    ]);
  });

  it('fills the dead-letter queue within seconds when the consumer fails, and stops when it heals', async () => {
    world.workloads.fail('prod', 'go-worker', 'consumer-errors');
    await world.clock.advance(15 * SECOND);
    const risen = world.depth('prod-orders-created-dlq');
    expect(risen).toBeGreaterThan(20);
    const letters = [
      ...world.queue('prod-orders-created-dlq').messages.all(),
    ].slice(6);
    const causes = letters.map(({ body }) => causeOf(body));
    expect(new Set(causes).size).toBe(4);
    const timeout = letters[causes.indexOf('payment-timeout')];
    expect(JSON.parse(timeout.body)).toMatchObject({
      eventType: 'OrderCreated',
      eventId: expect.any(String),
    });
    expect(timeout).toMatchObject({
      receiveCount: 3,
      deadLetterSource: world.queue('prod-orders-created').arn,
      traceHeader: expect.stringMatching(/^Root=1-[0-9a-f]{8}-[0-9a-f]{24};/),
      attributes: {
        eventType: { StringValue: 'OrderCreated' },
        'error.type': { StringValue: 'java.net.http.HttpTimeoutException' },
        'error.stack': { StringValue: expect.stringContaining('\n    at ') },
      },
    });
    await world.clock.advance(15 * SECOND);
    expect(
      world.counter('messaging_process_duration_seconds_count', {
        error_type: 'ProcessingError',
      }),
    ).toHaveLength(1);
    world.workloads.heal('prod', 'go-worker');
    await world.clock.advance(10 * SECOND);
    const healed = world.depth('prod-orders-created-dlq');
    await world.clock.advance(MINUTE);
    expect(world.depth('prod-orders-created-dlq')).toBe(healed);
    expect(world.depth('prod-orders-created')).toBeLessThan(60);
  });

  it.each(['consumer-stopped', 'slow'] as const)(
    'lets the queue grow when its consumer is %s',
    async mode => {
      world.workloads.fail('prod', 'go-worker', mode);
      await world.clock.advance(2 * MINUTE);
      expect(world.depth('prod-orders-created')).toBeGreaterThan(150);
      const age = world
        .metric('prod-orders-created', 'ApproximateAgeOfOldestMessage')
        ?.read(start, start + 3 * MINUTE, MINUTE);
      expect(age?.at(-1)?.maximum).toBeGreaterThan(20);
    },
  );

  it('serves errors under http-errors, and nothing without replicas', async () => {
    world.workloads.fail('prod', 'spring-api', 'http-errors');
    const sum = (status: string) =>
      world
        .counter('http_server_request_duration_seconds_count', {
          service_name: 'spring-api',
          http_response_status_code: status,
        })
        .reduce(
          (total, { samples }) =>
            total + (samples.lastAtOrBefore(Infinity)?.value ?? 0),
          0,
        );
    const before = [sum('200') + sum('201'), sum('500')];
    await world.clock.advance(MINUTE);
    const good = sum('200') + sum('201') - before[0];
    const bad = sum('500') - before[1];
    expect(bad / (good + bad)).toBeCloseTo(1 / 3, 1);
    const api = world.workloads.get('prod', 'spring-api');
    world.workloads.upsert({ ...api!, replicas: 0 });
    await world.clock.advance(MINUTE);
    const stopped = sum('200');
    await world.clock.advance(MINUTE);
    expect(sum('200')).toBe(stopped);
  });

  it('feeds the queue of a new workload that nothing produces to', async () => {
    const place = { account: '111111111111', region: 'eu-west-1' };
    world.workloads.upsert({
      name: 'order-mailer',
      environment: 'dev',
      platform: 'eks',
      requestsPerSecond: 0,
      consumes: ['dev-order-mailer'],
      produces: [],
      replicas: 1,
      image: 'order-mailer:1',
    });
    await world.clock.advance(MINUTE);
    world.aws.queues.ensure({ ...place, name: 'dev-order-mailer' }, {});
    const seen = new Set<number>();
    for (let at = 0; at < 30; at += 1) {
      await world.clock.advance(5 * SECOND);
      seen.add(world.depth('dev-order-mailer', place.account));
    }
    expect(seen.size).toBeGreaterThan(2);
    expect(Math.max(...seen)).toBeLessThan(40);
  });

  it('is the same world for the same seed, and after a reset', async () => {
    const other = await startTraffic();
    const bodies = (of: Traffic) =>
      [...of.queue('prod-orders-created').messages.all()].map(
        ({ body }) => body,
      );
    await Promise.all([world, other].map(of => of.clock.advance(MINUTE)));
    expect(bodies(world).length).toBeGreaterThan(0);
    expect(bodies(other)).toEqual(bodies(world));
    world.workloads.reset();
    await world.aws.reset?.();
    await world.traffic.reset?.();
    expect(world.depth('prod-orders-created-dlq')).toBe(6);
    await world.clock.advance(MINUTE);
    expect(world.depth('prod-orders-created')).toBeLessThan(60);
  });
});
