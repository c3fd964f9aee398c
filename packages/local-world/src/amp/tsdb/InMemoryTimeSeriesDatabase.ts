import { Millis, TimeSeriesDatabase } from '../../world/types';
import { LabelMatcher } from './LabelMatcher';
import { Labels, labelsKey } from './Labels';
import { SampleBuffer } from './SampleBuffer';

/** Samples of one metric with one set of labels; `labels` holds `__name__`. */
export interface Series {
  readonly labels: Labels;
  readonly samples: SampleBuffer;
}

interface Metric {
  readonly byKey: Map<string, Series>;
  /** Saves sorting the labels for callers that pass the same object again; callers must not change it. */
  readonly byIdentity: WeakMap<Labels, Series>;
}

const DEFAULT_RETENTION: Millis = 26 * 3_600_000;

/** Time series of all workspaces in memory; forgets samples older than the retention. */
export class InMemoryTimeSeriesDatabase implements TimeSeriesDatabase {
  private readonly workspaces = new Map<string, Map<string, Metric>>();

  constructor(private readonly retention: Millis = DEFAULT_RETENTION) {}

  append(
    workspace: string,
    metric: string,
    labels: Labels,
    time: Millis,
    value: number,
  ): void {
    this.seriesOf(workspace, metric, labels).samples.append(time, value);
  }

  /** All series for which each matcher holds. */
  select(
    workspace: string,
    matchers: readonly LabelMatcher[],
  ): readonly Series[] {
    const metrics = this.workspaces.get(workspace);
    if (!metrics) return [];
    const name = matchers.find(
      matcher => matcher.name === '__name__' && matcher.operator === '=',
    )?.value;
    const candidates = name === undefined ? [...metrics.keys()] : [name];
    return candidates
      .flatMap(candidate => [...(metrics.get(candidate)?.byKey.values() ?? [])])
      .filter(({ labels }) =>
        matchers.every(matcher => matcher.matches(labels[matcher.name] ?? '')),
      );
  }

  clear(): void {
    this.workspaces.clear();
  }

  private seriesOf(workspace: string, name: string, labels: Labels): Series {
    const metric = this.metricOf(workspace, name);
    const known = metric.byIdentity.get(labels);
    if (known) return known;
    const named = { ...labels, __name__: name };
    const key = labelsKey(named);
    const series = metric.byKey.get(key) ?? {
      labels: named,
      samples: new SampleBuffer(this.retention),
    };
    metric.byKey.set(key, series);
    metric.byIdentity.set(labels, series);
    return series;
  }

  private metricOf(workspace: string, name: string): Metric {
    let metrics = this.workspaces.get(workspace);
    if (!metrics) {
      metrics = new Map();
      this.workspaces.set(workspace, metrics);
    }
    let metric = metrics.get(name);
    if (!metric) {
      metric = { byKey: new Map(), byIdentity: new WeakMap() };
      metrics.set(name, metric);
    }
    return metric;
  }
}
