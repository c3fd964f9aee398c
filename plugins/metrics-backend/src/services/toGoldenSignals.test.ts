import { QueryWindow } from '../queries/window';
import { onGrid, toTrafficSignals } from './toGoldenSignals';

const window: QueryWindow = {
  start: 1000,
  end: 1090,
  step: 30,
  windowSeconds: 60,
};

describe('onGrid', () => {
  it('leaves gaps where there is no sample and drops what is off the grid', () => {
    const points = [
      { time: 1000_000, value: 1 },
      { time: 1031_000, value: 9 },
      { time: 1090_000, value: 4 },
    ];
    expect(onGrid(points, window)).toEqual([
      { time: 1000_000, value: 1 },
      { time: 1030_000, value: undefined },
      { time: 1060_000, value: undefined },
      { time: 1090_000, value: 4 },
    ]);
  });
});

describe('toTrafficSignals', () => {
  it('takes all current values at the newest moment with a rate', () => {
    const { current } = toTrafficSignals(
      'http',
      {
        rate: [
          { time: 1030_000, value: 5 },
          { time: 1060_000, value: 7 },
        ],
        errorRatio: [{ time: 1030_000, value: 0.5 }],
        p95: [
          { time: 1060_000, value: 0.2 },
          { time: 1090_000, value: 0.9 },
        ],
      },
      window,
    );
    expect(current).toEqual({ rate: 7, p95: 0.2 });
  });

  it('has no current values when the newest rate is old', () => {
    const long = { ...window, end: 2000 };
    const raw = { rate: [{ time: 1030_000, value: 5 }] };
    const { current, series } = toTrafficSignals('messaging', raw, long);
    expect(current).toEqual({});
    expect(series.p99).toHaveLength(series.rate.length);
  });
});
