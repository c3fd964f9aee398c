import { SlipwayEnvironment } from '@slipway/platform-common';

/** ARN of a queue by its URL, which ends in `/account/name` in all forms that SQS has given. */
export function queueArn(
  url: string,
  { account, region }: Pick<SlipwayEnvironment, 'account' | 'region'>,
): string {
  return `arn:${partitionOf(region)}:sqs:${region}:${account}:${url
    .split('/')
    .pop()}`;
}

function partitionOf(region: string): string {
  if (region.startsWith('cn-')) {
    return 'aws-cn';
  }
  return region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws';
}
