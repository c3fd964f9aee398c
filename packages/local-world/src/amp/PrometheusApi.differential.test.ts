import { execFileSync, spawn, ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import { requireTool } from '../testing/requireTool';
import { demoSamples, FixtureSample } from './__fixtures__/demoSamples';
import { PrometheusApi } from './PrometheusApi';
import { QueryParameters } from './QueryParameters';
import { formatLabels, Labels } from './tsdb/Labels';
import { InMemoryTimeSeriesDatabase } from './tsdb/InMemoryTimeSeriesDatabase';

// The machine that runs this may be busy with other suites.
jest.setTimeout(30_000);

const HAVE_PROMETHEUS = ['prometheus', 'promtool'].every(tool => {
  try {
    execFileSync(tool, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
});
requireTool('prometheus', HAVE_PROMETHEUS, 'comparing the PromQL subset');

const H = 'http_duration_seconds';
const queries = [
  '1 + 2 * 3 - 4 / 8 % 3',
  'queue_depth',
  'queue_depth offset 7m',
  '-queue_depth',
  `${H}_count{service_name="spring-api"}`,
  `${H}_count{service_name=~"spring.*|go-.+",http_response_status_code!="500"}`,
  `${H}_count{service_name!~"spring.*"}`,
  `{__name__=~"queue_.*"}`,
  `rate(${H}_count[5m])`,
  `rate(${H}_count[1m])`,
  `rate(${H}_count[17s])`,
  `increase(${H}_count[10m] offset 3m)`,
  `irate(${H}_count[2m])`,
  'delta(queue_depth[5m])',
  'avg_over_time(queue_depth[5m])',
  'max_over_time(queue_depth[7m])',
  'min_over_time(queue_depth[7m])',
  'sum_over_time(queue_depth[3m])',
  'count_over_time(queue_depth[3m])',
  'last_over_time(queue_depth[3m])',
  `sum by (service_name) (rate(${H}_count[5m]))`,
  `sum without (service_name) (rate(${H}_count[5m]))`,
  `sum(rate(${H}_count{http_response_status_code=~"5.."}[5m])) / sum(rate(${H}_count[5m]))`,
  `sum by (service_name) (rate(${H}_count{http_response_status_code=~"5.."}[5m])) / ignoring(x) sum by (service_name) (rate(${H}_count[5m]))`,
  'avg(queue_depth)',
  'min by (queue) (queue_depth)',
  'max by (queue) (queue_depth)',
  'count by (queue) (queue_depth)',
  'topk(2, queue_depth)',
  `topk by (http_response_status_code) (1, ${H}_sum)`,
  `histogram_quantile(0.95, sum by (service_name, le) (rate(${H}_bucket[5m])))`,
  `histogram_quantile(0.5, rate(${H}_bucket[10m]))`,
  `histogram_quantile(1.5, rate(${H}_bucket[10m]))`,
  'clamp_min(queue_depth, 0)',
  'clamp_max(clamp_min(queue_depth, 0), 10)',
  'abs(queue_depth)',
  'scalar(sum(queue_depth)) + 1',
  'vector(3) * 2',
  'absent(nothing_here{a="b",c=~"d"})',
  'absent(queue_depth)',
  'queue_depth > 20',
  'queue_depth > bool 20',
  '20 < queue_depth',
  '3 >= bool 2',
  'queue_depth == queue_depth',
  'queue_depth and on (service_name) (queue_depth > 20)',
  'queue_depth unless queue_depth > 20',
  'queue_depth > 50 or queue_depth < 0',
  `${H}_count * on (service_name) group_left (team) service_info`,
  `service_info * on (service_name) group_right (team) ${H}_count`,
  'queue_depth * ignoring (queue, team) service_info',
  'queue_depth ^ 2',
];

interface Answer {
  readonly type: string;
  readonly series: ReadonlyMap<
    string,
    ReadonlyArray<readonly [number, number]>
  >;
}

const point = z.tuple([z.number(), z.string()]);
const labels = z.record(z.string(), z.string());
const answerSchema = z.object({
  data: z.discriminatedUnion('resultType', [
    z.object({ resultType: z.literal('scalar'), result: point }),
    z.object({
      resultType: z.literal('vector'),
      result: z.array(z.object({ metric: labels, value: point })),
    }),
    z.object({
      resultType: z.literal('matrix'),
      result: z.array(z.object({ metric: labels, values: z.array(point) })),
    }),
  ]),
});

function parseAnswer(body: unknown): Answer {
  const { data } = answerSchema.parse(body);
  const number = (text: string) => Number(text.replace('Inf', 'Infinity'));
  const rows: Array<[Labels, Array<[number, string]>]> =
    data.resultType === 'scalar'
      ? [[{}, [data.result]]]
      : data.result.map(row => [
          row.metric,
          'value' in row ? [row.value] : row.values,
        ]);
  return {
    type: data.resultType,
    series: new Map(
      rows
        .map(([metric, points]): [string, Array<[number, number]>] => [
          formatLabels(metric),
          points.map(([time, value]) => [time, number(value)]),
        ])
        .sort(([a], [b]) => a.localeCompare(b)),
    ),
  };
}

/** What is different between two answers, in words; numbers may differ by rounding. */
function differences(actual: Answer, expected: Answer): string[] {
  const shape = ({ type, series }: Answer) =>
    JSON.stringify([
      type,
      [...series].map(([key, points]) => [key, points.map(([time]) => time)]),
    ]);
  if (shape(actual) !== shape(expected)) {
    return [`${shape(actual)} is not ${shape(expected)}`];
  }
  return [...expected.series].flatMap(([key, points]) =>
    points.flatMap(([time, theirs], index) => {
      const ours = actual.series.get(key)?.[index][1] ?? Number.NaN;
      const tolerance = Math.max(Math.abs(theirs) * 1e-9, 1e-12);
      const same =
        Object.is(ours, theirs) || Math.abs(ours - theirs) <= tolerance;
      return same ? [] : [`${key} at ${time}: ${ours} is not ${theirs}`];
    }),
  );
}

function openMetrics(samples: readonly FixtureSample[]): string {
  const lines = samples.map(
    ({ metric, labels: l, time, value }) =>
      `${metric}${formatLabels(l).replace(/, /g, ',')} ${value} ${time / 1000}`,
  );
  return `${lines.join('\n')}\n# EOF\n`;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise(resolve => server.once('listening', resolve));
  const address = server.address();
  await new Promise(resolve => server.close(resolve));
  if (!address || typeof address === 'string') throw new Error('no port');
  return address.port;
}

const describeIf = HAVE_PROMETHEUS ? describe : describe.skip;

describeIf('PromQL subset against Prometheus', () => {
  const start = Math.floor(Date.now() / 7_200_000) * 7_200_000 - 4 * 7_200_000;
  const minutes = 150;
  const samples = demoSamples(start, minutes);
  const database = new InMemoryTimeSeriesDatabase();
  const api = new PrometheusApi(database, 'ws', () => start);
  let directory = '';
  let prometheus: ChildProcess | undefined;
  let base = '';

  beforeAll(async () => {
    samples.forEach(({ metric, labels: l, time, value }) =>
      database.append('ws', metric, l, time, value),
    );
    directory = mkdtempSync(join(tmpdir(), 'slipway-promql-'));
    const port = await freePort();
    base = `http://127.0.0.1:${port}`;
    writeFileSync(join(directory, 'samples.om'), openMetrics(samples));
    writeFileSync(join(directory, 'prometheus.yml'), '');
    const data = join(directory, 'data');
    execFileSync(
      'promtool',
      [
        'tsdb',
        'create-blocks-from',
        'openmetrics',
        join(directory, 'samples.om'),
        data,
      ],
      { stdio: 'ignore' },
    );
    prometheus = spawn(
      'prometheus',
      [
        `--config.file=${join(directory, 'prometheus.yml')}`,
        `--storage.tsdb.path=${data}`,
        `--web.listen-address=127.0.0.1:${port}`,
      ],
      { stdio: 'ignore' },
    );
    for (let attempt = 0; attempt < 100; attempt += 1) {
      const ready = await fetch(`${base}/-/ready`).catch(() => undefined);
      if (ready?.ok) return;
      await delay(100);
    }
    throw new Error('Prometheus did not become ready');
  }, 60_000);

  afterAll(async () => {
    if (prometheus && prometheus.exitCode === null) {
      const ended = new Promise(resolve => prometheus?.once('exit', resolve));
      prometheus.kill();
      await ended;
    }
    rmSync(directory, { recursive: true, force: true });
  });

  const ask = async (path: string, form: Record<string, string>) => {
    const response = await fetch(`${base}/api/v1/${path}`, {
      method: 'POST',
      body: new URLSearchParams(form),
    });
    return parseAnswer(await response.json());
  };

  /** Queries whose answer is rightly empty at each time asked for. */
  const mayBeEmpty = ['absent(queue_depth)'];

  it.each(queries)('instant %s', async query => {
    let series = 0;
    for (const minute of [12, 95.02, minutes - 0.4, minutes + 3]) {
      const time = String(start / 1000 + Math.round(minute * 60));
      const form = new URLSearchParams({ query, time });
      const ours = { data: api.query(QueryParameters.of('/', String(form))) };
      const theirs = await ask('query', { query, time });
      expect(differences(parseAnswer(ours), theirs)).toEqual([]);
      series += theirs.series.size;
    }
    expect(series > 0 || mayBeEmpty.includes(query)).toBe(true);
  });

  it.each(queries.filter(query => !query.startsWith('topk')))(
    'range %s',
    async query => {
      const range = {
        query,
        start: String(start / 1000 + 60),
        end: String(start / 1000 + (minutes + 6) * 60),
        step: '47s',
      };
      const form = String(new URLSearchParams(range));
      const ours = { data: api.queryRange(QueryParameters.of('/', form)) };
      expect(
        differences(parseAnswer(ours), await ask('query_range', range)),
      ).toEqual([]);
    },
  );

  it('answers a matrix for a range selector', async () => {
    const form = {
      query: 'queue_depth[2m]',
      time: String(start / 1000 + 3_000),
    };
    const ours = {
      data: api.query(
        QueryParameters.of('/', String(new URLSearchParams(form))),
      ),
    };
    expect(differences(parseAnswer(ours), await ask('query', form))).toEqual(
      [],
    );
  });
});
