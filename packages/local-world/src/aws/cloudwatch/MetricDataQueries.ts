import { Millis } from '../../world/types';
import { AwsError } from '../server/AwsError';
import { evaluateExpression } from './expression/evaluateExpression';
import { expressionError } from './expression/expressionError';
import { MathSeries } from './expression/MathValue';
import { MetricDataQuery } from './metricDataInput';
import { MetricStore } from './MetricStore';
import { statisticOf } from './statisticOf';

/** Where and when queries look. */
export interface QueryRange {
  readonly account: string;
  readonly region: string;
  readonly start: Millis;
  readonly end: Millis;
}

/** Computes the queries of one request; each is computed once however often others refer to it. */
export class MetricDataQueries {
  readonly #byId: ReadonlyMap<string, MetricDataQuery>;
  readonly #results = new Map<string, readonly MathSeries[]>();
  readonly #open = new Set<string>();

  constructor(
    private readonly queries: readonly MetricDataQuery[],
    private readonly store: MetricStore,
    private readonly range: QueryRange,
  ) {
    this.#byId = new Map(queries.map(query => [query.Id, query]));
  }

  /** Series of a query; several for an expression that makes several. */
  result(query: MetricDataQuery): readonly MathSeries[] {
    const known = this.#results.get(query.Id);
    if (known) {
      return known;
    }
    if (this.#open.has(query.Id)) {
      throw expressionError(
        query.Expression ?? '',
        `${query.Id} refers to itself`,
      );
    }
    this.#open.add(query.Id);
    const result = query.MetricStat
      ? [this.#metric(query)]
      : this.#expression(query);
    this.#results.set(query.Id, result);
    return result;
  }

  #metric(query: MetricDataQuery): MathSeries {
    const stat = query.MetricStat;
    if (!stat) {
      throw new AwsError('InternalFailure', 'not a metric', { status: 500 });
    }
    const { account, region, start, end } = this.range;
    const period = stat.Period * 1000;
    const statistic = statisticOf(stat.Stat);
    const series = this.store.find({
      account,
      region,
      namespace: stat.Metric.Namespace,
      name: stat.Metric.MetricName,
      dimensions: stat.Metric.Dimensions,
    });
    // CloudWatch rounds the start down to a period, so that the first one is whole.
    const from = Math.floor(start / period) * period;
    const points = (series?.read(from, end, period) ?? []).map(
      point => [point.time, statistic(point)] as const,
    );
    const label = query.Label ?? stat.Metric.MetricName;
    return { label, period, points: new Map(points) };
  }

  #expression(query: MetricDataQuery): readonly MathSeries[] {
    const text = query.Expression ?? '';
    const { start, end } = this.range;
    const series = evaluateExpression(text, {
      resolve: id => {
        const other = this.#byId.get(id);
        const result = other && this.result(other);
        return result?.length === 1 ? result[0] : result;
      },
      metrics: filter =>
        this.queries
          .filter(({ MetricStat, Id }) => MetricStat && Id.includes(filter))
          .flatMap(other => this.result(other)),
      times: period => {
        const times: Millis[] = [];
        const from = Math.floor(start / period) * period;
        for (let time = from; time < end; time += period) {
          times.push(time);
        }
        return times;
      },
    });
    return series.length === 1
      ? [{ ...series[0], label: query.Label ?? query.Id }]
      : series;
  }
}
