import { Millis } from '../../world/types';

/** Values of a period, summed up: what CloudWatch keeps of them. */
export interface StatisticSet {
  readonly sampleCount: number;
  readonly sum: number;
  readonly minimum: number;
  readonly maximum: number;
}

/** A StatisticSet and the period it belongs to. */
export interface Datapoint extends StatisticSet {
  /** Start of the period. */
  readonly time: Millis;
}

const MINUTE = 60_000;
/** Three days of minutes. */
const CAPACITY = 4_320;

export const merge = (a: StatisticSet, b: StatisticSet): StatisticSet => ({
  sampleCount: a.sampleCount + b.sampleCount,
  sum: a.sum + b.sum,
  minimum: Math.min(a.minimum, b.minimum),
  maximum: Math.max(a.maximum, b.maximum),
});

/** Datapoints of one metric, one per minute, oldest first. */
export class MetricSeries {
  private points: Datapoint[] = [];

  record(time: Millis, value: number): void {
    this.recordSet(time, {
      sampleCount: 1,
      sum: value,
      minimum: value,
      maximum: value,
    });
  }

  recordSet(time: Millis, set: StatisticSet): void {
    const minute = Math.floor(time / MINUTE) * MINUTE;
    const at = this.indexFrom(minute);
    const existing = this.points[at];
    if (existing?.time === minute) {
      this.points[at] = { ...merge(existing, set), time: minute };
    } else if (at === this.points.length) {
      this.points.push({ ...set, time: minute });
    } else {
      this.points.splice(at, 0, { ...set, time: minute });
    }
    if (this.points.length > CAPACITY * 1.1) {
      this.points = this.points.slice(-CAPACITY);
    }
  }

  get lastTime(): Millis | undefined {
    return this.points.at(-1)?.time;
  }

  /** Datapoints of `[start, end)`, one per period that has values, oldest first. */
  read(start: Millis, end: Millis, periodMs: number): Datapoint[] {
    const read: Datapoint[] = [];
    for (let at = this.indexFrom(start); at < this.points.length; at += 1) {
      const point = this.points[at];
      if (point.time >= end) {
        break;
      }
      const time = Math.floor(point.time / periodMs) * periodMs;
      const last = read.at(-1);
      if (last?.time === time) {
        read[read.length - 1] = { ...merge(last, point), time };
      } else {
        read.push({ ...point, time });
      }
    }
    return read;
  }

  /** Index of the first point at or after `time`. */
  private indexFrom(time: Millis): number {
    const last = this.points.at(-1);
    if (last && last.time === time) {
      return this.points.length - 1;
    }
    let low = 0;
    let high = this.points.length;
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if (this.points[middle].time < time) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
