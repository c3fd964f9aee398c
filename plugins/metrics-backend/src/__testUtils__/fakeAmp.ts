import { UpstreamAnswer, UpstreamCall } from '@slipway/local-world';

/** Value of each query of a pack at every step; a function of the PromQL. */
export type SampleOf = (query: string) => string | undefined;

/** Answers `query_range` as Prometheus does, the same value at each step; undefined is no series. */
export function answerRangeQuery(
  call: UpstreamCall,
  sampleOf: SampleOf,
): UpstreamAnswer {
  const form = new URLSearchParams(call.body);
  const [start, end, step] = ['start', 'end', 'step'].map(name =>
    Number(form.get(name)),
  );
  const sample = sampleOf(form.get('query') ?? '');
  const values: [number, string][] = [];
  for (let time = start; sample !== undefined && time <= end; time += step) {
    values.push([time, sample]);
  }
  const result = sample === undefined ? [] : [{ metric: {}, values }];
  return {
    json: { status: 'success', data: { resultType: 'matrix', result } },
  };
}

/** Values of a healthy HTTP service. */
export const httpOnly: SampleOf = query => {
  if (!query.includes('http_server')) return undefined;
  if (query.includes('histogram_quantile(0.95')) return '0.25';
  if (query.includes('histogram_quantile')) return 'NaN';
  return query.includes('5..') ? '0.01' : '12.5';
};
