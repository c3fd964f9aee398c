import {
  CloudWatchClient,
  GetMetricDataCommand,
} from '@aws-sdk/client-cloudwatch';
import { GetQueueAttributesCommand, SQSClient } from '@aws-sdk/client-sqs';
import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts';

const METRICS = [
  'ApproximateNumberOfMessagesVisible',
  'ApproximateNumberOfMessagesNotVisible',
  'ApproximateAgeOfOldestMessage',
  'NumberOfMessagesSent',
  'NumberOfMessagesReceived',
  'NumberOfMessagesDeleted',
];
/** Queues a page reads at a time. */
const AT_A_TIME = 16;
const ACCOUNT = '111111111111';
const REGION = 'eu-west-1';

/**
 * Reads queues as plugins for AWS commonly do: for each page that is open and each queue on it, plain SDK calls of its
 * own, nothing shared with other pages.
 */
export async function createNaiveClient(endpoint) {
  const base = { endpoint, region: REGION };
  const sts = new STSClient({
    ...base,
    credentials: {
      accessKeyId: 'AKIALOCALWORLD000000',
      secretAccessKey: 'local-world-secret',
    },
  });
  const { Credentials: given } = await sts.send(
    new AssumeRoleCommand({
      RoleArn: `arn:aws:iam::${ACCOUNT}:role/slipway`,
      RoleSessionName: 'bench',
    }),
  );
  const credentials = {
    accessKeyId: given.AccessKeyId,
    secretAccessKey: given.SecretAccessKey,
    sessionToken: given.SessionToken,
  };
  const sqs = new SQSClient({
    ...base,
    credentials,
    useQueueUrlAsEndpoint: false,
  });
  const cloudWatch = new CloudWatchClient({ ...base, credentials });

  const attributes = async name => {
    const { Attributes } = await sqs.send(
      new GetQueueAttributesCommand({
        QueueUrl: `https://sqs.${REGION}.amazonaws.com/${ACCOUNT}/${name}`,
        AttributeNames: ['All'],
      }),
    );
    return Attributes;
  };
  const metrics = name => {
    const now = Date.now();
    return cloudWatch.send(
      new GetMetricDataCommand({
        StartTime: new Date(now - 3 * 3_600_000),
        EndTime: new Date(now),
        MetricDataQueries: METRICS.map((metric, index) => ({
          Id: `m${index}`,
          MetricStat: {
            Metric: {
              Namespace: 'AWS/SQS',
              MetricName: metric,
              Dimensions: [{ Name: 'QueueName', Value: name }],
            },
            Period: 60,
            Stat: 'Average',
          },
        })),
      }),
    );
  };
  const readQueue = async name => {
    const [own] = await Promise.all([attributes(name), metrics(name)]);
    const policy = JSON.parse(own.RedrivePolicy ?? '{}');
    const dlq = policy.deadLetterTargetArn?.split(':').pop();
    if (dlq) await attributes(dlq);
  };
  /** Reads these queues as one open page does, once. */
  const readPage = async names => {
    const left = [...names];
    const worker = async () => {
      for (let name = left.pop(); name; name = left.pop()) {
        await readQueue(name);
      }
    };
    await Promise.all(Array.from({ length: AT_A_TIME }, worker));
  };
  return { readPage };
}
