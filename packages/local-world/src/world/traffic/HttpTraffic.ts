import { DurationHistogram } from './DurationHistogram';
import { rateAt, wave } from './trafficCurve';
import { FailureMode, Millis, TimeSeriesDatabase, Workload } from '../types';

interface Route {
  readonly method: string;
  readonly path: string;
  /** Share of the requests. */
  readonly share: number;
  readonly status: string;
  readonly medianSeconds: number;
}

/** Share of requests that fail when nothing is wrong. */
const USUAL_ERRORS = 0.001;
/** Share of requests that fail under `http-errors`. */
const INJECTED_ERRORS = 1 / 3;

const resources: Readonly<Record<string, string>> = {
  'spring-api': 'orders',
  'quarkus-service': 'notifications',
};

function routesOf(name: string): readonly Route[] {
  const resource = resources[name] ?? 'items';
  return [
    {
      method: 'GET',
      path: `/${resource}/{id}`,
      share: 0.7,
      status: '200',
      medianSeconds: 0.018,
    },
    {
      method: 'POST',
      path: `/${resource}`,
      share: 0.3,
      status: '201',
      medianSeconds: 0.045,
    },
  ];
}

const labelsOf = (name: string, route: Route, status: string) => ({
  service_name: name,
  http_route: route.path,
  http_request_method: route.method,
  http_response_status_code: status,
});

/** Requests that one workload serves, as `http_server_request_duration_seconds`. */
export class HttpTraffic {
  readonly #routes: ReadonlyArray<{
    route: Route;
    ok: DurationHistogram;
    failed: DurationHistogram;
  }>;

  constructor(private readonly name: string, private readonly seed: number) {
    const metric = 'http_server_request_duration_seconds';
    this.#routes = routesOf(name).map(route => ({
      route,
      ok: new DurationHistogram(metric, labelsOf(name, route, route.status)),
      failed: new DurationHistogram(metric, labelsOf(name, route, '500')),
    }));
  }

  /** Serves `seconds` of traffic around `time`. */
  serve(
    workload: Workload,
    time: Millis,
    seconds: number,
    failures: ReadonlySet<FailureMode>,
  ): void {
    const { seed, name } = this;
    const key = `${workload.environment}/${name}/http`;
    const requests =
      seconds * rateAt(key, workload.requestsPerSecond, time, seed);
    const errors = failures.has('http-errors') ? INJECTED_ERRORS : USUAL_ERRORS;
    const slowness =
      (failures.has('slow') ? 10 : 1) *
      (1 + 0.25 * wave(`${key}/latency`, time, 90_000, seed));
    for (const { route, ok, failed } of this.#routes) {
      const share = requests * route.share;
      ok.observe(share * (1 - errors), route.medianSeconds * slowness);
      failed.observe(share * errors, route.medianSeconds * slowness);
    }
  }

  write(store: TimeSeriesDatabase, workspace: string, time: Millis): void {
    for (const { ok, failed } of this.#routes) {
      ok.write(store, workspace, time);
      failed.write(store, workspace, time);
    }
  }
}
