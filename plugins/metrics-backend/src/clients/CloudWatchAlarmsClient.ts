import {
  CloudWatchClient,
  MetricAlarm,
  paginateDescribeAlarms,
} from '@aws-sdk/client-cloudwatch';
import { AwsClients, mapAwsError } from '@slipway/platform-node';
import { SlipwayEnvironment } from '@slipway/platform-common';
import { AlarmState } from '@slipway/plugin-metrics-common';

/** A metric alarm on one queue, without what depends on the viewer. */
export interface QueueAlarm {
  readonly name: string;
  readonly state: AlarmState;
  readonly queue: string;
  readonly metric?: string;
  readonly description?: string;
  readonly reason?: string;
  readonly since?: string;
}

const PAGE_SIZE = 100;
const MOST_PAGES = 20;
const LONGEST_TEXT = 500;

/** Reads CloudWatch alarms; needs `cloudwatch:DescribeAlarms`. */
export class CloudWatchAlarmsClient {
  readonly #clients: AwsClients;

  constructor(clients: AwsClients) {
    this.#clients = clients;
  }

  /** All metric alarms on SQS queues of an account and region, 2,000 alarms at most. */
  async listQueueAlarms(
    environment: SlipwayEnvironment,
    context: { signal: AbortSignal },
  ): Promise<QueueAlarm[]> {
    try {
      const client = await this.#clients.getClient(
        CloudWatchClient,
        environment,
      );
      const pages = paginateDescribeAlarms(
        { client, pageSize: PAGE_SIZE },
        { AlarmTypes: ['MetricAlarm'] },
        { abortSignal: context.signal },
      );
      const found: QueueAlarm[] = [];
      let page = 0;
      for await (const { MetricAlarms = [] } of pages) {
        found.push(...MetricAlarms.flatMap(toQueueAlarms));
        page += 1;
        if (page === MOST_PAGES) break;
      }
      return found;
    } catch (error) {
      throw mapAwsError(error);
    }
  }
}

/** An alarm on metric math may watch several queues: it counts for each. */
function toQueueAlarms(alarm: MetricAlarm): QueueAlarm[] {
  const dimensions = [
    ...(alarm.Dimensions ?? []),
    ...(alarm.Metrics ?? []).flatMap(
      metric => metric.MetricStat?.Metric?.Dimensions ?? [],
    ),
  ];
  const queues = dimensions
    .filter(dimension => dimension.Name === 'QueueName')
    .map(dimension => dimension.Value);
  const since = alarm.StateTransitionedTimestamp ?? alarm.StateUpdatedTimestamp;
  return [...new Set(queues)].flatMap(queue =>
    queue && alarm.AlarmName
      ? [
          {
            name: alarm.AlarmName,
            queue,
            state: toState(alarm.StateValue),
            metric: alarm.MetricName,
            description: alarm.AlarmDescription?.slice(0, LONGEST_TEXT),
            reason: alarm.StateReason?.slice(0, LONGEST_TEXT),
            since: since?.toISOString(),
          },
        ]
      : [],
  );
}

function toState(value: string | undefined): AlarmState {
  if (value === 'OK') return 'ok';
  return value === 'ALARM' ? 'alarm' : 'insufficient-data';
}
