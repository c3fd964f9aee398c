import { parseArn } from '@slipway/platform-common';
import { QueueKey } from '../clients/QueueKey';

/**
 * The dead-letter queue that a queue's redrive policy names. SQS allows one in the same account and region only, so a policy
 * that names another is no policy, and the environment is the same.
 */
export function dlqKey(source: QueueKey, dlqArn: string): QueueKey | undefined {
  const { environment } = source;
  try {
    const { account, region, service, resource } = parseArn(dlqArn);
    return service === 'sqs' &&
      account === environment.account &&
      region === environment.region
      ? { arn: dlqArn, name: resource, environment }
      : undefined;
  } catch {
    return undefined;
  }
}
