import {
  GetQueueAttributesCommand,
  ListQueuesCommand,
  AddPermissionCommand,
} from '@aws-sdk/client-sqs';
import { DescribeAlarmHistoryCommand } from '@aws-sdk/client-cloudwatch';
import {
  AssumeRoleCommand,
  GetCallerIdentityCommand,
} from '@aws-sdk/client-sts';
import { clientsFor, startTestAws } from '../__testUtils__/startTestAws';

describe('the AWS stand-in', () => {
  let aws: Awaited<ReturnType<typeof startTestAws>>;
  beforeEach(async () => {
    aws = await startTestAws();
  });
  afterEach(() => aws.stop());

  it('acts in the account of the credentials: the role’s, once assumed', async () => {
    const me = await aws.management.sts.send(new GetCallerIdentityCommand({}));
    expect(me.Account).toBe('000000000000');
    const { Credentials } = await aws.management.sts.send(
      new AssumeRoleCommand({
        RoleArn: 'arn:aws:iam::222222222222:role/slipway',
        RoleSessionName: 'olivia',
      }),
    );
    const prod = clientsFor(aws.endpoint, {
      accessKeyId: Credentials?.AccessKeyId ?? '',
      secretAccessKey: Credentials?.SecretAccessKey ?? '',
      sessionToken: Credentials?.SessionToken,
    });
    const there = await prod.sts.send(new GetCallerIdentityCommand({}));
    expect(there.Arn).toBe(
      'arn:aws:sts::222222222222:assumed-role/slipway/olivia',
    );
    aws.aws.queues.ensure(
      { account: '111111111111', region: 'eu-west-1', name: 'of-dev' },
      {},
    );
    await expect(
      prod.sqs.send(
        new GetQueueAttributesCommand({
          QueueUrl: `${aws.endpoint}/111111111111/of-dev`,
        }),
      ),
    ).rejects.toMatchObject({ name: 'AccessDenied' });
  });

  it('refuses roles of accounts that do not exist, and unknown keys', async () => {
    await expect(
      aws.management.sts.send(
        new AssumeRoleCommand({
          RoleArn: 'arn:aws:iam::999999999999:role/slipway',
          RoleSessionName: 'olivia',
        }),
      ),
    ).rejects.toMatchObject({
      name: 'AccessDenied',
      $metadata: { httpStatusCode: 403 },
    });
    const stranger = clientsFor(aws.endpoint, {
      accessKeyId: 'AKIASTRANGER00000000',
      secretAccessKey: 'x',
    });
    await expect(
      stranger.sqs.send(new ListQueuesCommand({})),
    ).rejects.toMatchObject({ name: 'InvalidClientTokenId' });
    await expect(
      stranger.sts.send(new GetCallerIdentityCommand({})),
    ).rejects.toMatchObject({ name: 'InvalidClientTokenId' });
  });

  it('refuses calls that are not signed, or not well', async () => {
    const post = (headers: Record<string, string>) =>
      fetch(aws.endpoint, {
        method: 'POST',
        body: '{}',
        headers: { 'x-amz-target': 'AmazonSQS.ListQueues', ...headers },
      });
    const unsigned = await post({});
    expect(unsigned.status).toBe(403);
    expect(await unsigned.json()).toMatchObject({
      __type: 'MissingAuthenticationToken',
    });
    const broken = await post({ authorization: 'AWS4-HMAC-SHA256 nonsense' });
    expect(await broken.json()).toMatchObject({
      __type: 'IncompleteSignature',
    });
  });

  it.each([-20, 20])(
    'refuses a clock that is %s minutes off; the SDK goes by the date of the refusal from then on',
    async minutes => {
      const { sqs } = aws;
      sqs.config.systemClockOffset = minutes * 60_000;
      await expect(sqs.send(new ListQueuesCommand({}))).rejects.toMatchObject({
        name: 'SignatureDoesNotMatch',
        $metadata: { httpStatusCode: 403 },
      });
      await sqs.send(new ListQueuesCommand({}));
      expect(Math.abs(sqs.config.systemClockOffset)).toBeLessThan(60_000);
    },
  );

  it('answers 501, once, naming what it does not know', async () => {
    await expect(
      aws.sqs.send(
        new AddPermissionCommand({
          QueueUrl: `${aws.endpoint}/111111111111/q`,
          Label: 'l',
          AWSAccountIds: ['1'],
          Actions: ['*'],
        }),
      ),
    ).rejects.toMatchObject({
      name: 'NotImplementedInLocalWorld',
      message: expect.stringContaining('SQS: AddPermission'),
      $metadata: { httpStatusCode: 501, attempts: 1 },
    });
    await expect(
      aws.cloudWatch.send(new DescribeAlarmHistoryCommand({})),
    ).rejects.toMatchObject({
      message: expect.stringContaining('CloudWatch: DescribeAlarmHistory'),
    });
    const query = await fetch(aws.endpoint, {
      method: 'POST',
      body: 'Action=ListQueues&Version=2012-11-05',
    });
    expect(query.status).toBe(501);
    expect(await query.text()).toContain('ListQueues');
  });

  it('counts calls, and meets them with the faults that are switched on', async () => {
    const list = () => aws.sqs.send(new ListQueuesCommand({}));
    await list();
    expect(aws.counter.counts()).toEqual({ SQS: { ListQueues: 1 } });
    aws.chaos.set('aws/SQS', { throttleRate: 1 });
    await expect(list()).rejects.toMatchObject({ name: 'Throttling' });
    aws.chaos.set('aws/SQS', {});
    aws.chaos.set('aws/SQS/ListQueues', { denied: true });
    await expect(list()).rejects.toMatchObject({
      name: 'AccessDenied',
    });
    aws.chaos.reset();
    aws.chaos.set('aws/account/222222222222', { dead: true });
    await list();
    aws.chaos.set('aws/account/111111111111', { dead: true });
    await expect(list()).rejects.toThrow(/socket hang up|ECONNRESET|EPIPE/);
    aws.chaos.reset();
    aws.chaos.set('aws', { latencyMs: 120 });
    const before = Date.now();
    await list();
    expect(Date.now() - before).toBeGreaterThanOrEqual(115);
  });
});
