import { parseArn } from '@slipway/platform-common';

/** URL that SQS knows a queue by; requests still go to the endpoint of the client. */
export function queueUrl(arn: string): string {
  const { region, account, resource } = parseArn(arn);
  const suffix = region.startsWith('cn-')
    ? 'amazonaws.com.cn'
    : 'amazonaws.com';
  return `https://sqs.${region}.${suffix}/${account}/${resource}`;
}
