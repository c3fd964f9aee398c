import { drainForecast } from './drainForecast';

const NOW = Date.parse('2026-01-01T12:00:00Z');

/** One point a minute, the last one two minutes ago; `undefined` is silence. */
const minutes = (values: Array<number | undefined>) =>
  values.map((value, index) => ({
    time: NOW - (values.length + 1 - index) * 60_000,
    value,
  }));
const constant = (value: number | undefined) =>
  minutes(Array.from({ length: 10 }, () => value));
const line = (from: number, perMinute: number) =>
  minutes(Array.from({ length: 10 }, (_, i) => from + i * perMinute));

const forecast = (input: {
  visible: number;
  delayed?: number;
  sent?: ReturnType<typeof minutes>;
  deleted?: ReturnType<typeof minutes>;
  depth?: ReturnType<typeof minutes>;
}) =>
  drainForecast({
    counts: { visible: input.visible, delayed: input.delayed ?? 0 },
    sent: input.sent ?? [],
    deleted: input.deleted ?? [],
    visible: input.depth ?? [],
    now: NOW,
  });

describe('drainForecast', () => {
  it.each([
    [
      'says when it is empty, from what is sent and deleted',
      { visible: 720, sent: constant(1), deleted: constant(2) },
      { trend: 'draining', seconds: 720, netPerSecond: -1 },
    ],
    [
      'counts delayed messages, which will wait too',
      { visible: 20, delayed: 10, sent: constant(0), deleted: constant(1) },
      { trend: 'draining', seconds: 30, netPerSecond: -1 },
    ],
    [
      'never ends when more is sent than done',
      { visible: 5, sent: constant(3), deleted: constant(1) },
      { trend: 'growing', netPerSecond: 2 },
    ],
    [
      'holds the balance within two percent of the traffic',
      { visible: 5, sent: constant(100), deleted: constant(99) },
      { trend: 'steady', netPerSecond: 1 },
    ],
    [
      'is empty by the live count, whatever the rates were',
      { visible: 0, sent: constant(2), deleted: constant(1) },
      { trend: 'empty', netPerSecond: 1 },
    ],
    [
      'is empty when CloudWatch is silent, as it is on quiet queues',
      { visible: 0 },
      { trend: 'empty', netPerSecond: undefined },
    ],
    [
      'knows nothing of a full queue when CloudWatch is silent',
      { visible: 9, sent: constant(undefined), deleted: constant(undefined) },
      { trend: 'unknown' },
    ],
    [
      'takes silence of one series for silence, not for zero',
      { visible: 9, sent: constant(1), deleted: constant(undefined) },
      { trend: 'unknown' },
    ],
    [
      'falls back to the slope of the depth',
      { visible: 100, depth: line(1_000, -60) },
      { trend: 'draining', seconds: 100, netPerSecond: -1 },
    ],
    [
      'believes the depth when messages leave as dead letters and not as deleted',
      {
        visible: 60,
        sent: constant(1),
        deleted: constant(0),
        depth: line(600, -60),
      },
      { trend: 'draining', seconds: 60, netPerSecond: -1 },
    ],
    [
      'is steady when dead letters leave as fast as messages come',
      {
        visible: 60,
        sent: constant(1),
        deleted: constant(0),
        depth: constant(60),
      },
      { trend: 'steady', netPerSecond: 0 },
    ],
    [
      'takes two minutes of data for too few',
      { visible: 9, sent: minutes([1, 1]), deleted: minutes([2, 2]) },
      { trend: 'unknown' },
    ],
  ])('%s', (_, input, expected) => {
    const { netPerSecond, ...rest } = forecast(input);
    const { netPerSecond: net, ...others } = expected as typeof rest & {
      netPerSecond?: number;
    };
    expect(rest).toEqual(others);
    expect(netPerSecond && Number(netPerSecond.toFixed(6))).toBe(net);
  });

  it('forgets what was longer ago than the last minutes', () => {
    const old = constant(5).map(point => ({
      ...point,
      time: point.time - 15 * 60_000,
    }));
    expect(forecast({ visible: 3, sent: old, deleted: old }).trend).toBe(
      'unknown',
    );
  });
});
