import { QueueStore } from './QueueStore';
import { QueueAttributes } from './queueAttributes';
import {
  attributeRefused,
  parseRedriveAllowPolicy,
  parseRedrivePolicy,
} from './redrivePolicy';

/** What is asked of a queue that names a dead-letter queue. */
interface SourceQueue {
  readonly arn: string;
  readonly fifo: boolean;
}

/** Refuses redrive policies that SQS refuses: the target must be there, of the same kind, and open to the source. */
export function checkRedrive(
  queues: QueueStore,
  { arn, fifo }: SourceQueue,
  attributes: Readonly<QueueAttributes>,
): void {
  parseRedriveAllowPolicy(attributes.RedriveAllowPolicy);
  const { RedrivePolicy: text = '' } = attributes;
  const policy = parseRedrivePolicy(text);
  if (!policy) {
    return;
  }
  const refuse = (reason: string) =>
    attributeRefused('RedrivePolicy', text, reason);
  const target = queues.byArn(policy.deadLetterTargetArn);
  if (!target) {
    throw refuse('Dead letter target does not exist.');
  }
  if (target.fifo !== fifo) {
    throw refuse(
      'Dead-letter queue must be same type of queue as the source..',
    );
  }
  const { redrivePermission, sourceQueueArns = [] } = parseRedriveAllowPolicy(
    target.attributes.RedriveAllowPolicy,
  );
  if (
    redrivePermission === 'denyAll' ||
    (redrivePermission === 'byQueue' && !sourceQueueArns.includes(arn))
  ) {
    throw refuse(
      `${arn} is not permitted by the redrive allow policy of ${target.arn}.`,
    );
  }
}
