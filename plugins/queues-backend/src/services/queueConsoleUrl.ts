import { parseArn } from '@slipway/platform-common';
import { queueUrl } from '../clients/queueUrl';

/** Page of the queue in the AWS console. */
export function queueConsoleUrl(arn: string): string {
  const { partition, region } = parseArn(arn);
  const console =
    partition === 'aws-cn'
      ? `https://${region}.console.amazonaws.cn`
      : `https://${region}.console.aws.amazon.com`;
  return `${console}/sqs/v3/home?region=${region}#/queues/${encodeURIComponent(
    queueUrl(arn),
  )}`;
}
