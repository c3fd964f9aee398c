import { z } from 'zod';
import { AwsError, notImplemented } from '../../server/AwsError';
import { AwsOperation } from '../../server/AwsService';
import { readToken, writeToken } from '../getMetricData';
import { cloudWatchOperation, dimensions } from '../metricDataInput';
import { Alarm, AlarmDefinition, comparisons, missingData } from './Alarm';
import { AlarmStore } from './AlarmStore';

const putInput = z.object({
  AlarmName: z.string().min(1).max(255),
  AlarmDescription: z.string().max(1_024).optional(),
  Namespace: z.string().optional(),
  MetricName: z.string().optional(),
  Dimensions: dimensions,
  Statistic: z.string().optional(),
  Period: z.number().int().min(10).optional(),
  EvaluationPeriods: z.number().int().min(1),
  DatapointsToAlarm: z.number().int().min(1).optional(),
  Threshold: z.number().optional(),
  ComparisonOperator: z.string(),
  TreatMissingData: z.enum(missingData).default('missing'),
  AlarmActions: z.array(z.string()).max(5).default([]),
  Tags: z.array(z.object({ Key: z.string(), Value: z.string() })).default([]),
});

const comparisonNames = Object.keys(comparisons);
const isComparison = (name: string): name is keyof typeof comparisons =>
  comparisonNames.includes(name);

function definitionOf(input: z.output<typeof putInput>): AlarmDefinition {
  const { Namespace, MetricName, Statistic, Period, Threshold } = input;
  const { ComparisonOperator: comparison } = input;
  if (
    !Namespace ||
    !MetricName ||
    !Statistic ||
    !Period ||
    Threshold === undefined
  ) {
    throw notImplemented('CloudWatch: alarms on metric math or percentiles');
  }
  if (!isComparison(comparison)) {
    throw notImplemented(`CloudWatch: alarms that compare by ${comparison}`);
  }
  return {
    name: input.AlarmName,
    description: input.AlarmDescription,
    namespace: Namespace,
    metricName: MetricName,
    dimensions: input.Dimensions,
    statistic: Statistic,
    period: Period,
    evaluationPeriods: input.EvaluationPeriods,
    datapointsToAlarm: input.DatapointsToAlarm ?? input.EvaluationPeriods,
    threshold: Threshold,
    comparison,
    treatMissingData: input.TreatMissingData,
    actions: input.AlarmActions,
  };
}

const toWire = ({ definition, ...alarm }: Alarm) => ({
  AlarmName: definition.name,
  AlarmArn: alarm.arn,
  AlarmDescription: definition.description,
  AlarmConfigurationUpdatedTimestamp: alarm.configuredAt / 1000,
  ActionsEnabled: true,
  OKActions: [],
  AlarmActions: definition.actions,
  InsufficientDataActions: [],
  StateValue: alarm.state,
  StateReason: alarm.reason,
  StateUpdatedTimestamp: alarm.updatedAt / 1000,
  StateTransitionedTimestamp: alarm.changedAt / 1000,
  MetricName: definition.metricName,
  Namespace: definition.namespace,
  Statistic: definition.statistic,
  Dimensions: definition.dimensions,
  Period: definition.period,
  EvaluationPeriods: definition.evaluationPeriods,
  DatapointsToAlarm: definition.datapointsToAlarm,
  Threshold: definition.threshold,
  ComparisonOperator: definition.comparison,
  TreatMissingData: definition.treatMissingData,
});

const describeAlarms = (store: AlarmStore) =>
  cloudWatchOperation(
    z.object({
      AlarmNames: z.array(z.string()).max(100).optional(),
      AlarmNamePrefix: z.string().optional(),
      AlarmTypes: z
        .array(z.enum(['MetricAlarm', 'CompositeAlarm']))
        .default(['MetricAlarm']),
      StateValue: z.enum(['OK', 'ALARM', 'INSUFFICIENT_DATA']).optional(),
      MaxRecords: z.number().int().min(1).max(100).default(50),
      NextToken: z.string().optional(),
    }),
    (input, call) => {
      const found = store
        .list(call.account, call.region)
        .filter(
          ({ definition: { name }, state }) =>
            (input.AlarmNames?.includes(name) ?? true) &&
            name.startsWith(input.AlarmNamePrefix ?? '') &&
            (input.StateValue ?? state) === state &&
            input.AlarmTypes.includes('MetricAlarm'),
        );
      const start = readToken(input.NextToken);
      const end = start + input.MaxRecords;
      return {
        MetricAlarms: found.slice(start, end).map(toWire),
        CompositeAlarms: [],
        NextToken: writeToken(end < found.length ? end : undefined),
      };
    },
  );

/** Operations on alarms. */
export const alarmOperations = (
  store: AlarmStore,
): Record<string, AwsOperation> => ({
  DescribeAlarms: describeAlarms(store),
  PutMetricAlarm: cloudWatchOperation(putInput, (input, call) => {
    const tags = input.Tags.map(({ Key, Value }) => [Key, Value]);
    store.put(call, definitionOf(input), Object.fromEntries(tags));
  }),
  DeleteAlarms: cloudWatchOperation(
    z.object({ AlarmNames: z.array(z.string()).max(100) }),
    (input, { account, region }) => {
      const there = store
        .list(account, region)
        .map(alarm => alarm.definition.name);
      const missing = input.AlarmNames.filter(name => !there.includes(name));
      if (missing.length > 0) {
        throw new AwsError(
          'ResourceNotFound',
          `Alarms not found: ${missing.join(', ')}`,
          { status: 404, queryCode: 'ResourceNotFound' },
        );
      }
      input.AlarmNames.forEach(name => store.delete(account, region, name));
    },
  ),
});
