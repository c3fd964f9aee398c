import { SlipwayEnvironment } from '@slipway/platform-common';
import {
  Alarm,
  AlarmState,
  EnvironmentAlarms,
} from '@slipway/plugin-metrics-common';
import { QueueAlarm } from '../clients/CloudWatchAlarmsClient';

const order: readonly AlarmState[] = ['alarm', 'insufficient-data', 'ok'];

/**
 * A queue and, by the naming of `terraform/modules/sqs-queue`, its dead-letter queue: an entity names the first, yet
 * the alarm that matters most is on the second.
 */
export function watchedQueues(queues: readonly string[]): ReadonlySet<string> {
  return new Set(
    queues.flatMap(queue => [
      queue,
      queue.endsWith('.fifo')
        ? queue.replace(/\.fifo$/, '-dlq.fifo')
        : `${queue}-dlq`,
    ]),
  );
}

function consoleUrl(region: string, name: string): string {
  return `https://${region}.console.aws.amazon.com/cloudwatch/home?region=${region}#alarmsV2:alarm/${encodeURIComponent(
    name,
  )}`;
}

/** Alarms of an account that watch the given queues, firing ones first. */
export function toEnvironmentAlarms(
  environment: SlipwayEnvironment,
  queues: readonly string[],
  found: readonly QueueAlarm[],
): EnvironmentAlarms {
  const watched = watchedQueues(queues);
  const alarms: Alarm[] = found
    .filter(alarm => watched.has(alarm.queue))
    .map(alarm => ({
      ...alarm,
      consoleUrl: consoleUrl(environment.region, alarm.name),
    }))
    .sort(
      (a, b) =>
        order.indexOf(a.state) - order.indexOf(b.state) ||
        a.name.localeCompare(b.name),
    );
  return { environment: environment.name, alarms };
}
