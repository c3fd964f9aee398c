import { TimePoint } from '@slipway/platform-common';
import { UpstreamError } from '@slipway/platform-node';
import { z } from 'zod';

const sampleSchema = z.tuple([z.number(), z.string()]);

const matrixSchema = z.object({
  resultType: z.literal('matrix'),
  result: z.array(
    z.object({
      metric: z.record(z.string(), z.string()),
      values: z.array(sampleSchema),
    }),
  ),
});

/** One query may not answer with more series than this. */
const MOST_SERIES = 20;

/** Prometheus writes numbers as text; NaN and infinities mean there is nothing to show. */
export function parseSampleValue(text: string): number | undefined {
  const value = Number(text);
  return text.trim() !== '' && Number.isFinite(value) ? value : undefined;
}

/**
 * Reads the `data` of a `query_range` reply that holds at most one series.
 *
 * @remarks Shape: https://prometheus.io/docs/prometheus/latest/querying/api/#range-vectors
 * @returns undefined when no series matched.
 */
export function parseSingleSeries(data: unknown): TimePoint[] | undefined {
  const parsed = matrixSchema.safeParse(data);
  if (!parsed.success) {
    throw new UpstreamError(
      'misconfigured',
      'The metrics workspace answered with something other than a Prometheus range result',
      { fix: 'Check slipway.environments[].amp.endpoint' },
    );
  }
  const { result } = parsed.data;
  if (result.length > MOST_SERIES) {
    throw new UpstreamError(
      'misconfigured',
      `A metrics query answered with ${result.length} series, more than ${MOST_SERIES}`,
    );
  }
  const [series] = result;
  return series?.values.map(([seconds, text]) => ({
    time: Math.round(seconds * 1000),
    value: parseSampleValue(text),
  }));
}
