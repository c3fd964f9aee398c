import { SampleWindow } from '../tsdb/SampleBuffer';
import { Labels } from '../tsdb/Labels';

/** One element of an instant vector. */
export interface VectorSample {
  readonly labels: Labels;
  readonly value: number;
}

export interface MatrixSeries extends SampleWindow {
  readonly labels: Labels;
}

/** What an expression evaluates to at one point in time. */
export type Value =
  | { readonly type: 'scalar'; readonly value: number }
  | { readonly type: 'vector'; readonly samples: readonly VectorSample[] }
  | { readonly type: 'matrix'; readonly series: readonly MatrixSeries[] };
