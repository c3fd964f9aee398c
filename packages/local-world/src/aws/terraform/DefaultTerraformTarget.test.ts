import { demoEnvironments } from '../../demo/environments';
import { AppliedResource } from '../../world/types';
import { startTestAws } from '../__testUtils__/startTestAws';

const [dev] = demoEnvironments;
const root = 'terraform/live/dev/services/order-mailer';
const arn = (name: string) =>
  `arn:aws:sqs:${dev.region}:${dev.account}:${name}`;

const resource = (
  address: string,
  values: Record<string, unknown>,
): AppliedResource => ({
  address: `module.queue.${address}`,
  type: address.split('.')[0],
  values,
});
const resources: readonly AppliedResource[] = [
  resource('aws_sqs_queue.this', {
    name: 'dev-order-mailer',
    visibility_timeout_seconds: 60,
    receive_wait_time_seconds: 20,
    fifo_queue: false,
    kms_master_key_id: null,
    tags: { component: 'order-mailer', owner: 'orders' },
    redrive_policy: JSON.stringify({
      deadLetterTargetArn: arn('dev-order-mailer-dlq'),
      maxReceiveCount: 3,
    }),
  }),
  resource('aws_sqs_queue_redrive_allow_policy.dlq', {
    redrive_allow_policy: '{"redrivePermission":"byQueue"}',
  }),
  resource('aws_sqs_queue.dlq', {
    name: 'dev-order-mailer-dlq',
    tags_all: { component: 'order-mailer' },
  }),
  resource('aws_cloudwatch_metric_alarm.dlq_not_empty', {
    alarm_name: 'dev-order-mailer-dlq-not-empty',
    namespace: 'AWS/SQS',
    metric_name: 'ApproximateNumberOfMessagesVisible',
    dimensions: { QueueName: 'dev-order-mailer-dlq' },
    statistic: 'Maximum',
    period: 60,
    evaluation_periods: 1,
    datapoints_to_alarm: null,
    threshold: 0,
    comparison_operator: 'GreaterThanThreshold',
    treat_missing_data: 'notBreaching',
  }),
  resource('aws_iam_role.this', { name: 'order-mailer' }),
];

describe('DefaultTerraformTarget', () => {
  let aws: Awaited<ReturnType<typeof startTestAws>>;
  beforeEach(async () => {
    aws = await startTestAws();
  });
  afterEach(() => aws.stop());
  const queue = (name: string) => aws.aws.queues.byArn(arn(name));

  it('makes queues, their policies, tags and alarms, and records the rest', async () => {
    const failures = await aws.aws.terraform.apply(root, dev, resources);
    expect([...failures]).toEqual([]);
    expect(queue('dev-order-mailer')?.attributes).toMatchObject({
      VisibilityTimeout: '60',
      ReceiveMessageWaitTimeSeconds: '20',
    });
    expect(queue('dev-order-mailer')?.attributes.FifoQueue).toBeUndefined();
    expect(Object.fromEntries(queue('dev-order-mailer')?.tags ?? [])).toEqual({
      component: 'order-mailer',
      owner: 'orders',
    });
    expect(queue('dev-order-mailer-dlq')?.attributes.RedriveAllowPolicy).toBe(
      '{"redrivePermission":"byQueue"}',
    );
    expect(aws.aws.alarms.list(dev.account, dev.region)).toEqual([
      expect.objectContaining({ state: 'OK' }),
    ]);
    expect([...aws.aws.terraform.applied(root).keys()]).toHaveLength(5);
  });

  it('evaluates the alarm as dead letters come', async () => {
    await aws.aws.terraform.apply(root, dev, resources);
    const series = aws.aws.metrics.series({
      account: dev.account,
      region: dev.region,
      namespace: 'AWS/SQS',
      name: 'ApproximateNumberOfMessagesVisible',
      dimensions: [{ Name: 'QueueName', Value: 'dev-order-mailer-dlq' }],
    });
    series.record(aws.clock.now(), 2);
    await aws.clock.advance(10_000);
    const [alarm] = aws.aws.alarms.list(dev.account, dev.region);
    expect(alarm).toMatchObject({
      state: 'ALARM',
      reason:
        'Threshold Crossed: 1 datapoint [2] was greater than the threshold (0).',
    });
  });

  it('keeps messages when only attributes change, and deletes what is gone', async () => {
    await aws.aws.terraform.apply(root, dev, resources);
    const before = queue('dev-order-mailer');
    before?.send({ body: 'kept' }, 'test', aws.clock.now());
    const [first, , dlq] = resources;
    const changed = {
      ...first,
      values: { ...first.values, visibility_timeout_seconds: 90 },
    };
    await aws.aws.terraform.apply(root, dev, [changed, dlq]);
    expect(queue('dev-order-mailer')).toBe(before);
    expect(before?.attributes.VisibilityTimeout).toBe('90');
    expect(before?.messages.size).toBe(1);
    expect(aws.aws.alarms.list(dev.account, dev.region)).toEqual([]);
    const renamed = { ...first, values: { ...first.values, name: 'renamed' } };
    await aws.aws.terraform.apply(root, dev, [renamed]);
    expect(queue('dev-order-mailer')).toBeUndefined();
    expect(queue('dev-order-mailer-dlq')).toBeUndefined();
    expect(queue('renamed')).toBeDefined();
  });

  it('says what the account refuses, and goes on with the others', async () => {
    const failures = await aws.aws.terraform.apply(root, dev, [
      resource('aws_sqs_queue.bad', {
        name: 'bad',
        visibility_timeout_seconds: 99_999,
      }),
      resource('aws_sqs_queue.good', { name: 'good' }),
      resource('aws_sqs_queue.unknown', {}),
    ]);
    expect(Object.fromEntries(failures)).toEqual({
      'module.queue.aws_sqs_queue.bad':
        'Invalid value for the parameter VisibilityTimeout.',
      'module.queue.aws_sqs_queue.unknown':
        expect.stringContaining('needs a known name'),
    });
    expect(queue('good')).toBeDefined();
    expect([...aws.aws.terraform.applied(root).keys()]).toEqual([
      'module.queue.aws_sqs_queue.good',
    ]);
  });
});
