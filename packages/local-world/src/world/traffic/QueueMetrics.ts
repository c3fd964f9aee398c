import { MetricStore } from '../../aws/cloudwatch/MetricStore';
import { MessageFlow } from '../../aws/sqs/MessageFlow';
import { Queue, QueueIdentity } from '../../aws/sqs/Queue';
import { Millis } from '../types';

/** Values of a queue at a moment, by the names of the AWS/SQS namespace. */
export type QueueMetricValues = Readonly<Record<string, number>>;

const wholeSeconds = (ms: Millis) => Math.floor(ms / 1000);

/**
 * Writes the AWS/SQS metrics of queues.
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-available-cloudwatch-metrics.html
 */
export class QueueMetrics {
  constructor(
    private readonly metrics: MetricStore,
    private readonly flow: MessageFlow,
  ) {}

  write(queue: QueueIdentity, time: Millis, values: QueueMetricValues): void {
    const { account, region } = queue;
    const dimensions = [{ Name: 'QueueName', Value: queue.name }];
    for (const [name, value] of Object.entries(values)) {
      const namespace = 'AWS/SQS';
      this.metrics
        .series({ account, region, namespace, name, dimensions })
        .record(time, value);
    }
  }

  /** Writes what is in a queue now, and what happened since the last time; nothing of a queue that is not active. */
  observe(queue: Queue, now: Millis): void {
    if (!queue.isActive(now)) {
      return;
    }
    const activity = queue.takeActivity();
    const counts = this.flow.counts(queue);
    const oldest = queue.messages.oldestArrival();
    this.write(queue.identity, now, {
      NumberOfMessagesSent: activity.sent,
      NumberOfMessagesReceived: activity.received,
      NumberOfMessagesDeleted: activity.deleted,
      NumberOfEmptyReceives: activity.emptyReceives,
      ApproximateNumberOfMessagesVisible: counts.visible,
      ApproximateNumberOfMessagesNotVisible: counts.inFlight,
      ApproximateNumberOfMessagesDelayed: counts.delayed,
      ApproximateAgeOfOldestMessage:
        oldest === undefined ? 0 : Math.max(0, wholeSeconds(now - oldest)),
    });
    if (activity.sent > 0) {
      const size = activity.sentBytes / activity.sent;
      this.write(queue.identity, now, { SentMessageSize: size });
    }
  }
}
