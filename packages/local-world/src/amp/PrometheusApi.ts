import { Millis } from '../world/types';
import { evaluate, EvaluationContext } from './promql/evaluate';
import { Expression, valueTypeOf } from './promql/Expression';
import { LabelCache } from './promql/LabelCache';
import { parsePromql } from './promql/parsePromql';
import { PromqlError } from './promql/PromqlError';
import { Value } from './promql/Value';
import { invalid, QueryParameters } from './QueryParameters';
import {
  formatInstant,
  formatMatrix,
  PrometheusData,
} from './prometheusFormat';
import {
  InMemoryTimeSeriesDatabase,
  Series,
} from './tsdb/InMemoryTimeSeriesDatabase';
import { Labels } from './tsdb/Labels';

/** Points per series that one range query may ask for. */
const MAX_POINTS = 11_000;

/** The reads of the Prometheus HTTP API over one workspace; https://prometheus.io/docs/prometheus/latest/querying/api/ */
export class PrometheusApi {
  constructor(
    private readonly database: InMemoryTimeSeriesDatabase,
    private readonly workspace: string,
    private readonly now: () => Millis,
  ) {}

  query(parameters: QueryParameters): PrometheusData {
    const time = parameters.time('time') ?? this.now();
    const expression = parseParameter('query', parameters.query());
    return formatInstant(evaluate(expression, time, this.context()), time);
  }

  queryRange(parameters: QueryParameters): PrometheusData {
    const start = parameters.requiredTime('start');
    const end = parameters.requiredTime('end');
    if (end < start) {
      throw invalid('end', 'end timestamp must not be before start time');
    }
    const step = parameters.step();
    if ((end - start) / step > MAX_POINTS) {
      throw PromqlError.badData(
        'exceeded maximum resolution of 11,000 points per timeseries. Try decreasing the query resolution (?step=XX)',
      );
    }
    const expression = parseParameter('query', parameters.query());
    if (valueTypeOf(expression) === 'matrix') {
      throw invalid(
        'query',
        'invalid expression type "range vector" for range query, must be Scalar or instant Vector',
      );
    }
    const context = this.context();
    const points: Array<{ time: Millis; value: Value }> = [];
    for (let time = start; time <= end; time += step) {
      points.push({ time, value: evaluate(expression, time, context) });
    }
    return formatMatrix(points);
  }

  series(parameters: QueryParameters): readonly Labels[] {
    if (parameters.matchers().length === 0) {
      throw PromqlError.badData('no match[] parameter provided');
    }
    return this.matching(parameters).map(({ labels }) => labels);
  }

  labels(parameters: QueryParameters): readonly string[] {
    const names = this.matching(parameters).flatMap(({ labels }) =>
      Object.keys(labels),
    );
    return [...new Set(names)].sort();
  }

  labelValues(name: string, parameters: QueryParameters): readonly string[] {
    if (!/^[a-zA-Z_][a-zA-Z0-9_]*$/.test(name)) {
      throw PromqlError.badData(`invalid label name: "${name}"`);
    }
    const values = this.matching(parameters).flatMap(
      ({ labels }) => labels[name] ?? [],
    );
    return [...new Set(values)].sort();
  }

  /** Series that fit any `match[]` (all when there is none) and have samples in the time range. */
  private matching(parameters: QueryParameters): readonly Series[] {
    const from = parameters.time('start') ?? Number.NEGATIVE_INFINITY;
    const to = parameters.time('end') ?? this.now();
    const found = parameters.matchers().flatMap(text => {
      const selector = parseParameter('match[]', text);
      if (selector.type !== 'selector' || selector.range !== undefined) {
        throw invalid('match[]', `expected a vector selector, got '${text}'`);
      }
      return this.database.select(this.workspace, selector.matchers);
    });
    const series = parameters.matchers().length
      ? [...new Set(found)]
      : this.database.select(this.workspace, []);
    return series.filter(({ samples }) => {
      const last = samples.lastAtOrBefore(to);
      return last !== undefined && last.time >= from;
    });
  }

  private context(): EvaluationContext {
    const selected = new Map<object, readonly Series[]>();
    return {
      labels: new LabelCache(),
      select: selector => {
        const known = selected.get(selector);
        if (known) return known;
        const series = this.database.select(this.workspace, selector.matchers);
        selected.set(selector, series);
        return series;
      },
    };
  }
}

function parseParameter(name: string, text: string): Expression {
  try {
    return parsePromql(text);
  } catch (error) {
    if (error instanceof PromqlError && error.errorType === 'bad_data') {
      throw invalid(name, error.message);
    }
    throw error;
  }
}
