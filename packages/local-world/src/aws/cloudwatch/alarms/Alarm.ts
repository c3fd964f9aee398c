import { Millis } from '../../../world/types';
import { Dimension } from '../MetricStore';

export type AlarmState = 'OK' | 'ALARM' | 'INSUFFICIENT_DATA';
export const comparisons = {
  GreaterThanOrEqualToThreshold: (value: number, limit: number) =>
    value >= limit,
  GreaterThanThreshold: (value: number, limit: number) => value > limit,
  LessThanThreshold: (value: number, limit: number) => value < limit,
  LessThanOrEqualToThreshold: (value: number, limit: number) => value <= limit,
};
export const missingData = [
  'breaching',
  'notBreaching',
  'ignore',
  'missing',
] as const;

/** What an alarm watches: one statistic of one metric against a threshold. */
export interface AlarmDefinition {
  readonly name: string;
  readonly description?: string;
  readonly namespace: string;
  readonly metricName: string;
  readonly dimensions: readonly Dimension[];
  /** `Sum`, `Average`, … */
  readonly statistic: string;
  /** Seconds. */
  readonly period: number;
  readonly evaluationPeriods: number;
  readonly datapointsToAlarm: number;
  readonly threshold: number;
  readonly comparison: keyof typeof comparisons;
  readonly treatMissingData: (typeof missingData)[number];
  readonly actions: readonly string[];
}

/** An alarm of an account, and how it stands. */
export interface Alarm {
  readonly account: string;
  readonly region: string;
  readonly arn: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly definition: AlarmDefinition;
  readonly configuredAt: Millis;
  state: AlarmState;
  reason: string;
  /** When it was last evaluated to a state. */
  updatedAt: Millis;
  /** When the state last became another one. */
  changedAt: Millis;
}
