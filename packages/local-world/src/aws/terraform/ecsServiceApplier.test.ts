import { demoEnvironments } from '../../demo/environments';
import { AppliedResource } from '../../world/types';
import { startTestAws } from '../__testUtils__/startTestAws';

const [dev] = demoEnvironments;
const root = 'terraform/live/dev/services/order-api';
const queueArn = (name: string) =>
  `arn:aws:sqs:${dev.region}:${dev.account}:${name}`;
const image = `${dev.account}.dkr.ecr.eu-west-1.amazonaws.com/order-api`;

const resource = (
  address: string,
  values: Record<string, unknown>,
): AppliedResource => ({
  address: `module.service.${address}`,
  type: address.split('.')[0],
  values,
});

const grant = (name: string, actions: string | string[], queue: string) =>
  resource(`aws_iam_role_policy.${name}`, {
    policy: JSON.stringify({
      Statement: [
        { Effect: 'Allow', Action: actions, Resource: [queueArn(queue)] },
      ],
    }),
  });

const service = resource('aws_ecs_service.this', {
  name: 'dev-order-api',
  desired_count: 2,
  tags: { component: 'order-api' },
});

const definition = (values: Record<string, unknown>) =>
  resource('aws_ecs_task_definition.this', values);

const containers = (tag: string) => ({
  container_definitions: JSON.stringify([{ image: `${image}:${tag}` }]),
});

describe('ECS services of Terraform', () => {
  let aws: Awaited<ReturnType<typeof startTestAws>>;
  beforeEach(async () => {
    aws = await startTestAws();
  });
  afterEach(() => aws.stop());

  const apply = (...resources: AppliedResource[]) =>
    aws.aws.terraform.apply(root, dev, resources);

  it('run as workloads that use the queues their role may', async () => {
    await apply(
      service,
      definition(containers('1')),
      resource('aws_lb_listener_rule.this[0]', {}),
      grant('consume', ['sqs:ReceiveMessage', 'sqs:DeleteMessage'], 'dev-in'),
      grant('send', 'sqs:SendMessage', 'dev-out'),
    );
    expect(aws.workloads.get('dev', 'order-api')).toEqual({
      name: 'order-api',
      environment: 'dev',
      platform: 'ecs',
      requestsPerSecond: 5,
      consumes: ['dev-in'],
      produces: [{ queue: 'dev-out', perSecond: 1 }],
      replicas: 2,
      image: `${image}:1`,
    });
  });

  it('keep their traffic and replicas when the image changes, and go with their root', async () => {
    await apply(service, definition(containers('1')));
    const [before] = aws.workloads.list();
    aws.workloads.upsert({ ...before, requestsPerSecond: 9, replicas: 4 });
    await apply(service, definition(containers('2')));
    expect(aws.workloads.get('dev', 'order-api')).toMatchObject({
      requestsPerSecond: 9,
      replicas: 4,
      image: `${image}:2`,
    });
    await apply();
    expect(aws.workloads.get('dev', 'order-api')).toBeUndefined();
  });

  it('take the image from its tag while the definition is unknown', async () => {
    await apply(
      service,
      definition({ tags: { component: 'order-api', image: `${image}:7` } }),
    );
    expect(aws.workloads.get('dev', 'order-api')?.image).toBe(`${image}:7`);
    await apply(service, definition({ tags: { component: 'order-api' } }));
    expect(aws.workloads.get('dev', 'order-api')?.image).toBe(
      `${image}:unknown`,
    );
  });

  it('say what is missing', async () => {
    const failures = await apply(
      resource('aws_ecs_service.this', { name: 'dev-order-api' }),
    );
    expect([...failures.values()].join()).toContain('tags');
  });
});
