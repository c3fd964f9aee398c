import { z } from 'zod';

const alarmSchema = z.object({
  name: z.string(),
  state: z.enum(['ok', 'alarm', 'insufficient-data']),
  queue: z.string(),
  metric: z.string().optional(),
  description: z.string().optional(),
  /** CloudWatch's own words for the state. */
  reason: z.string().optional(),
  /** ISO 8601 time of the last change of state. */
  since: z.string().optional(),
  consoleUrl: z.string(),
});

/** Schema of {@link EnvironmentAlarms}. @public */
export const environmentAlarmsSchema = z.object({
  environment: z.string(),
  /** Firing ones first. */
  alarms: z.array(alarmSchema),
});

/**
 * A CloudWatch metric alarm on a queue of the entity, see
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_MetricAlarm.html
 * @public
 */
export type Alarm = Readonly<z.infer<typeof alarmSchema>>;

/** @public */
export type AlarmState = Alarm['state'];

/** Alarms of one environment. @public */
export type EnvironmentAlarms = Readonly<
  z.infer<typeof environmentAlarmsSchema>
>;
