import { MetricStore } from '../../aws/cloudwatch/MetricStore';
import { MessageFlow } from '../../aws/sqs/MessageFlow';
import { QueueStore } from '../../aws/sqs/QueueStore';
import { DefaultWorldClock } from '../DefaultWorldClock';
import { QueueMetrics } from './QueueMetrics';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const place = { account: '111111111111', region: 'eu-west-1' };

function setUp() {
  const clock = DefaultWorldClock.create({ mode: 'manual', start: 0 });
  const queues = new QueueStore(clock);
  const flow = new MessageFlow(queues, clock);
  const metrics = new MetricStore();
  const observer = new QueueMetrics(metrics, flow);
  const dead = queues.ensure({ ...place, name: 'dead' }, {});
  const RedrivePolicy = JSON.stringify({
    deadLetterTargetArn: dead.arn,
    maxReceiveCount: 1,
  });
  const source = queues.ensure({ ...place, name: 'source' }, { RedrivePolicy });
  return {
    clock,
    flow,
    dead,
    source,
    observe: () =>
      [dead, source].forEach(queue => observer.observe(queue, clock.now())),
    values: (queue: string, name: string) =>
      metrics
        .find({
          ...place,
          namespace: 'AWS/SQS',
          name,
          dimensions: [{ Name: 'QueueName', Value: queue }],
        })
        ?.read(0, clock.now() + MINUTE, MINUTE)
        .map(({ maximum }) => maximum) ?? [],
  };
}

describe('QueueMetrics', () => {
  it('tells the age of a dead letter since it was moved, while retention counts from its first send', async () => {
    const { clock, flow, dead, source, observe, values } = setUp();
    flow.send(source, { body: 'poison' }, 'me');
    flow.receive(source, 1, 0);
    await clock.advance(3 * HOUR);
    flow.receive(source, 1, 0);
    await clock.advance(10 * MINUTE);
    observe();
    expect(values('dead', 'ApproximateAgeOfOldestMessage')).toEqual([600]);
    dead.setAttributes({ MessageRetentionPeriod: '10800' }, clock.now());
    dead.expire(clock.now());
    expect(flow.counts(dead).visible).toBe(0);
  });

  it('is silent about a queue that is empty and was not called for six hours', async () => {
    const { clock, flow, source, observe, values } = setUp();
    const sizes = () =>
      ['dead', 'source'].map(
        name => values(name, 'ApproximateNumberOfMessagesVisible').length,
      );
    flow.send(source, { body: 'one' }, 'me');
    await clock.advance(5 * HOUR);
    observe();
    expect(sizes()).toEqual([1, 1]);
    await clock.advance(2 * HOUR);
    observe();
    // The source still holds its message.
    expect(sizes()).toEqual([1, 2]);
    const [{ receipt = '' }] = flow.receive(source, 1, 30);
    flow.delete(source, receipt);
    await clock.advance(7 * HOUR);
    observe();
    expect(sizes()).toEqual([1, 2]);
    source.touch(clock.now());
    observe();
    expect(sizes()).toEqual([1, 3]);
  });
});
