import { Labels } from '../tsdb/Labels';

export interface FixtureSample {
  readonly metric: string;
  readonly labels: Labels;
  readonly time: number;
  readonly value: number;
}

const BUCKETS = ['0.05', '0.1', '0.25', '0.5', '1', '2.5', '+Inf'];

/** A small generator so that both engines get the same uneven data. */
function* random(seed: number): Generator<number> {
  let state = seed;
  for (;;) {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    yield state / 2 ** 31;
  }
}

/** Three services for `minutes`: counters with resets and gaps, histograms, gauges; 15 s apart. */
export function demoSamples(start: number, minutes: number): FixtureSample[] {
  const samples: FixtureSample[] = [];
  ['spring-api', 'quarkus-service', 'go-worker'].forEach((service, index) => {
    const numbers = random(index + 7);
    const next = () => Number(numbers.next().value);
    for (const status of ['200', '500']) {
      const counts = BUCKETS.map(() => 0);
      let sum = 0;
      for (let i = 0; i < minutes * 4; i += 1) {
        const time = start + i * 15_000 + index * 1_700;
        const gap = i % 160 > 130 && status === '500';
        if (index === 1 && i % 300 === 299) counts.fill(0);
        const observed = Math.floor(next() * (status === '200' ? 40 : 3));
        sum += observed * 0.2;
        BUCKETS.forEach((_, bucket) => {
          counts[bucket] += Math.floor(
            (observed * (bucket + 1)) / BUCKETS.length,
          );
        });
        if (gap) continue;
        const labels = {
          service_name: service,
          http_response_status_code: status,
        };
        const push = (metric: string, value: number, extra: Labels = {}) =>
          samples.push({
            metric,
            labels: { ...labels, ...extra },
            time,
            value,
          });
        BUCKETS.forEach((le, bucket) =>
          push('http_duration_seconds_bucket', counts[bucket], { le }),
        );
        push('http_duration_seconds_count', counts[BUCKETS.length - 1]);
        push('http_duration_seconds_sum', sum);
        if (status === '200') {
          samples.push({
            metric: 'queue_depth',
            labels: { service_name: service, queue: `q${index % 2}` },
            time,
            value: Math.round(next() * 100) - 20,
          });
        }
      }
    }
    samples.push({
      metric: 'service_info',
      labels: {
        service_name: service,
        team: index < 2 ? 'orders' : 'platform',
      },
      time: start + minutes * 60_000 - 30_000,
      value: 1,
    });
  });
  return samples;
}
