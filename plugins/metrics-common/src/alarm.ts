/** @public */
export type AlarmState = 'ok' | 'alarm' | 'insufficient-data';

/**
 * A CloudWatch metric alarm on a queue of the entity, see
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_MetricAlarm.html
 * @public
 */
export interface Alarm {
  readonly name: string;
  readonly state: AlarmState;
  readonly queue: string;
  readonly metric?: string;
  readonly description?: string;
  /** CloudWatch's own words for the state. */
  readonly reason?: string;
  /** ISO 8601 time of the last change of state. */
  readonly since?: string;
  readonly consoleUrl: string;
}

/** Alarms of one environment. @public */
export interface EnvironmentAlarms {
  readonly environment: string;
  /** Firing ones first. */
  readonly alarms: readonly Alarm[];
}
