import { z } from 'zod';
import { operationFor } from '../server/AwsService';

/** Makes a CloudWatch operation; bad input is a `ValidationError`. */
export const cloudWatchOperation = operationFor('ValidationError');

export const dimensions = z
  .array(z.object({ Name: z.string().min(1), Value: z.string().min(1) }))
  .max(30)
  .default([]);

/** Seconds that CloudWatch takes as a period. */
const period = z
  .number()
  .int()
  .refine(
    value => [1, 5, 10, 30].includes(value) || (value > 0 && value % 60 === 0),
    'must be 1, 5, 10, 30 or a multiple of 60',
  );

const metricStat = z.object({
  Metric: z.object({
    Namespace: z.string().min(1),
    MetricName: z.string().min(1),
    Dimensions: dimensions,
  }),
  Period: period,
  Stat: z.string().min(1),
});

export const metricDataQuery = z
  .object({
    Id: z
      .string()
      .regex(
        /^[a-z][a-zA-Z0-9_]{0,254}$/,
        'must start with a lowercase letter and hold letters, numbers and underscores',
      ),
    MetricStat: metricStat.optional(),
    Expression: z.string().min(1).max(2_048).optional(),
    Label: z.string().optional(),
    ReturnData: z.boolean().default(true),
    Period: period.optional(),
  })
  .refine(
    query =>
      (query.MetricStat === undefined) !== (query.Expression === undefined),
    'needs exactly one of MetricStat and Expression',
  );
export type MetricDataQuery = z.output<typeof metricDataQuery>;

/** Epoch seconds, as the JSON protocol writes times. */
export const seconds = z.number();

export const getMetricDataInput = z
  .object({
    MetricDataQueries: z
      .array(metricDataQuery)
      .min(1)
      .max(
        500,
        'The collection MetricDataQueries must not have a size greater than 500.',
      ),
    StartTime: seconds,
    EndTime: seconds,
    NextToken: z.string().optional(),
    ScanBy: z
      .enum(['TimestampDescending', 'TimestampAscending'])
      .default('TimestampDescending'),
    MaxDatapoints: z.number().int().min(1).max(100_800).default(100_800),
  })
  .refine(
    ({ StartTime, EndTime }) => StartTime < EndTime,
    'The parameter StartTime must be less than the parameter EndTime.',
  )
  .refine(
    ({ MetricDataQueries: queries }) =>
      new Set(queries.map(({ Id }) => Id)).size === queries.length,
    'The values for parameter Id in MetricDataQueries must be unique.',
  );
export type GetMetricDataInput = z.output<typeof getMetricDataInput>;
