import { z } from 'zod';
import { comparisons, missingData } from '../cloudwatch/alarms/Alarm';
import { AlarmStore } from '../cloudwatch/alarms/AlarmStore';
import { tagsFrom } from './queueArguments';
import { ResourceApplier } from './ResourceApplier';

// The plan writes arguments that are unset as null.
const unset = z.null().transform(() => undefined);
const optional = <S extends z.ZodType>(schema: S) =>
  z.union([schema, unset]).optional();

const comparison = z.enum(
  Object.keys(comparisons) as [keyof typeof comparisons],
);
const whole = z.coerce.number().int().min(1);

const values = z.object({
  alarm_name: z.string().min(1),
  alarm_description: optional(z.string()),
  namespace: z.string(),
  metric_name: z.string(),
  dimensions: optional(z.record(z.string(), z.string())),
  statistic: z.string(),
  period: whole,
  evaluation_periods: whole,
  datapoints_to_alarm: optional(z.coerce.number().int()),
  threshold: z.coerce.number(),
  comparison_operator: comparison,
  treat_missing_data: optional(z.enum(missingData)),
  alarm_actions: optional(z.array(z.string())),
});

/** Makes alarms of `aws_cloudwatch_metric_alarm`; those on metric math are recorded, but never evaluated. */
export const alarmApplier = (alarms: AlarmStore): ResourceApplier => ({
  identity: resource => String(resource.values.alarm_name),
  put: (resource, environment) => {
    if (resource.values.metric_name === undefined) return;
    const parsed = values.safeParse(resource.values);
    if (!parsed.success) {
      throw new Error(`${resource.address}: ${z.prettifyError(parsed.error)}`);
    }
    const input = parsed.data;
    const dimensions = Object.entries(input.dimensions ?? {});
    alarms.put(
      environment,
      {
        name: input.alarm_name,
        description: input.alarm_description,
        namespace: input.namespace,
        metricName: input.metric_name,
        dimensions: dimensions.map(([Name, Value]) => ({ Name, Value })),
        statistic: input.statistic,
        period: input.period,
        evaluationPeriods: input.evaluation_periods,
        datapointsToAlarm:
          input.datapoints_to_alarm || input.evaluation_periods,
        threshold: input.threshold,
        comparison: input.comparison_operator,
        treatMissingData: input.treat_missing_data ?? 'missing',
        actions: input.alarm_actions ?? [],
      },
      tagsFrom(resource.values),
    );
  },
  remove: (resource, { account, region }) => {
    alarms.delete(account, region, String(resource.values.alarm_name));
  },
});
