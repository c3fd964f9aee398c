import { createLabelMatcher } from './LabelMatcher';
import { InMemoryTimeSeriesDatabase } from './InMemoryTimeSeriesDatabase';

const HOUR = 3_600_000;

describe('InMemoryTimeSeriesDatabase', () => {
  const byName = [createLabelMatcher('__name__', '=', 'up')];

  it('takes equal labels for the same series, whoever wrote them', () => {
    const database = new InMemoryTimeSeriesDatabase();
    database.append('ws', 'up', { a: '1', b: '2' }, 1_000, 1);
    database.append('ws', 'up', { b: '2', a: '1' }, 2_000, 2);
    database.append('other', 'up', { a: '1', b: '2' }, 2_000, 3);
    const [series, ...more] = database.select('ws', byName);
    expect(more).toEqual([]);
    expect(series.labels).toEqual({ __name__: 'up', a: '1', b: '2' });
    expect(series.samples.between(0, 5_000)).toEqual({
      times: [1_000, 2_000],
      values: [1, 2],
    });
  });

  it('replaces a sample of the same time and refuses an older one', () => {
    const database = new InMemoryTimeSeriesDatabase();
    const labels = {};
    database.append('ws', 'up', labels, 1_000, 1);
    database.append('ws', 'up', labels, 1_000, 2);
    expect(() => database.append('ws', 'up', labels, 999, 3)).toThrow(
      RangeError,
    );
    const [{ samples }] = database.select('ws', byName);
    expect(samples.lastAtOrBefore(1_500)).toEqual({ time: 1_000, value: 2 });
    expect(samples.lastAtOrBefore(999)).toBeUndefined();
  });

  it('finds samples across chunks and forgets those past its retention', () => {
    const database = new InMemoryTimeSeriesDatabase(HOUR);
    const labels = {};
    for (let i = 0; i < 2_000; i += 1) {
      database.append('ws', 'up', labels, i * 5_000, i);
    }
    const [{ samples }] = database.select('ws', byName);
    const last = 1_999 * 5_000;
    expect(samples.between(last - HOUR, last).values).toHaveLength(721);
    expect(samples.between(0, HOUR).values.length).toBeLessThan(300);
    expect(samples.lastAtOrBefore(last - HOUR)).toEqual({
      time: last - HOUR,
      value: 1_279,
    });
  });
});
