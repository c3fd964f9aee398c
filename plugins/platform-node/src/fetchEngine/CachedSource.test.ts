import { createSource, Key, key, settle } from './__testUtils__/createSource';
import { SourceChange, UpstreamError } from './types';

interface Depth {
  readonly visible: number;
}

/** An upstream whose queues have the depths of `depths`, and that counts what it is asked. */
function upstream(depths: Record<string, number>) {
  const reads = new Map<string, number>();
  const batches: number[] = [];
  const load = async (keys: readonly Key[]) => {
    batches.push(keys.length);
    keys.forEach(({ id }) => reads.set(id, (reads.get(id) ?? 0) + 1));
    return new Map<string, Depth | UpstreamError>(
      keys.flatMap(({ id }) =>
        id in depths ? [[id, { visible: depths[id] }]] : [],
      ),
    );
  };
  return { load, reads, batches };
}

/** Busy queues each 10 s, empty ones each minute. */
const adaptive = {
  keepFresh: true,
  ttl: ({ visible }: Depth) => ({ seconds: visible > 0 ? 10 : 60 }),
};

async function look(seconds: number, read: () => unknown): Promise<void> {
  for (let second = 0; second < seconds; second += 10) {
    read();
    await jest.advanceTimersByTimeAsync(10_000);
  }
}

describe('pace of a source', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it.each([1, 50])(
    'reads each key at the pace of its last value, for %d viewers alike',
    async viewers => {
      const depths = { busy: 5, idle: 0 };
      const { load, reads } = upstream(depths);
      const { source } = createSource<Depth>(load, adaptive);
      await look(540, () => {
        for (let viewer = 0; viewer < viewers; viewer++) {
          void source.getMany([key('busy'), key('idle')]);
        }
      });
      expect(reads.get('busy')).toBeGreaterThanOrEqual(60);
      expect(reads.get('busy')).toBeLessThanOrEqual(62);
      expect(reads.get('idle')).toBeGreaterThanOrEqual(10);
      expect(reads.get('idle')).toBeLessThanOrEqual(12);
    },
  );

  it('follows a queue that fills, within the pace it had', async () => {
    const depths = { queue: 0 };
    const { load, reads } = upstream(depths);
    const { source } = createSource<Depth>(load, adaptive);
    const read = () => void source.get(key('queue'));
    await look(60, read);
    depths.queue = 9;
    await look(60, read);
    reads.clear();
    await look(90, read);
    expect(reads.get('queue')).toBeGreaterThanOrEqual(9);
    expect(await settle(source.get(key('queue')))).toMatchObject({
      state: 'ok',
      data: { visible: 9 },
    });
  });

  it('reads keys of one pace in shared batches, whenever they were first looked at', async () => {
    const depths = Object.fromEntries(
      Array.from({ length: 20 }, (_, i) => [`q${i}`, i % 2]),
    );
    const { load, batches } = upstream(depths);
    const { source } = createSource<Depth>(load, { ...adaptive, maxBatch: 50 });
    let second = 0;
    await look(200, () => {
      second += 1;
      void source.getMany(
        Object.keys(depths)
          .slice(0, second * 2)
          .map(id => key(id)),
      );
    });
    batches.length = 0;
    await look(180, () =>
      source.getMany(Object.keys(depths).map(id => key(id))),
    );
    // 20 sweeps of the ten busy ones; each sixth or so has the ten idle ones too.
    expect(batches.length).toBeLessThanOrEqual(21);
    expect(Math.max(...batches)).toBe(20);
  });

  it('spreads the reads of thousands of keys that cannot be batched', async () => {
    const ids = Array.from({ length: 1_000 }, (_, i) => `queue-${i}`);
    const { load, reads } = upstream(
      Object.fromEntries(ids.map(id => [id, 1])),
    );
    const { source } = createSource<Depth>(load, adaptive);
    const keys = ids.map(id => key(id));
    await look(60, () => source.getMany(keys));
    const perSecond: number[] = [];
    const total = () => [...reads.values()].reduce((sum, n) => sum + n, 0);
    for (let second = 0; second < 9; second++) {
      const before = total();
      await jest.advanceTimersByTimeAsync(1_000);
      perSecond.push(total() - before);
    }
    expect(Math.max(...perSecond)).toBeLessThan(170);
    expect(Math.min(...perSecond)).toBeGreaterThan(60);
  });

  it('keeps fresh what is polled only while somebody asks again and again', async () => {
    const { load, reads } = upstream({ queue: 1 });
    const polled = { keepFresh: 'polled', ttl: { seconds: 10 } } as const;
    const { source } = createSource<Depth>(load, polled);
    const read = () => void source.get(key('queue'));
    // A page that is told of changes asks once a minute, for one thing several times.
    for (let minute = 0; minute < 5; minute += 1) {
      read();
      read();
      await jest.advanceTimersByTimeAsync(60_000);
    }
    expect(reads.get('queue')).toBe(5);
    reads.clear();
    for (let minute = 0; minute < 5; minute += 1) await look(60, read);
    expect(reads.get('queue')).toBeGreaterThanOrEqual(30);
    expect(reads.get('queue')).toBeLessThanOrEqual(36);
    // And lets go of it.
    reads.clear();
    await jest.advanceTimersByTimeAsync(120_000);
    expect(reads.get('queue')).toBeLessThanOrEqual(3);
  });

  it('does not keep fresh what was only looked at once', async () => {
    const { load, reads } = upstream({ queue: 1 });
    const { source } = createSource<Depth>(load, adaptive);
    expect(
      await settle(source.get(key('queue'), { watch: false })),
    ).toMatchObject({ state: 'ok' });
    await jest.advanceTimersByTimeAsync(120_000);
    expect(reads.get('queue')).toBe(1);
    expect(source.last(key('queue'))).toMatchObject({
      state: 'stale',
      data: { visible: 1 },
    });
    expect(source.last(key('other'))).toBeUndefined();
    expect(reads.get('queue')).toBe(1);
  });

  it('waits with few timers for 10,000 keys, and asks for what is forbidden only each minute', async () => {
    const keys = Array.from({ length: 10_000 }, (_, i) => key(`q${i}`));
    const load = jest.fn(async () => {
      throw new UpstreamError('forbidden', 'no');
    });
    const { source } = createSource<Depth>(load, {
      ...adaptive,
      maxBatch: 10_000,
    });
    const before = jest.getTimerCount();
    const reading = source.getMany(keys);
    expect(jest.getTimerCount() - before).toBeLessThan(5);
    expect((await settle(reading))[9_999].state).toBe('forbidden');
    await look(180, () => source.getMany(keys));
    expect(load.mock.calls.length).toBeLessThanOrEqual(6);
  }, 30_000);
});

describe('changes of a source', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  function listening(depths: Record<string, number>) {
    const made = createSource<Depth>(upstream(depths).load, {
      keepFresh: true,
      ttl: { seconds: 10 },
    });
    const told: Array<ReadonlyArray<SourceChange<Key, Depth>>> = [];
    const end = made.source.onChange(changes => {
      told.push(changes);
    });
    return { ...made, told, end };
  }

  it('tells of other values, once and together, and not of first ones or the same', async () => {
    const depths: Record<string, number> = { a: 1, b: 1, same: 7 };
    const { source, told, end } = listening(depths);
    const keys = [key('a'), key('b'), key('same')];
    await look(20, () => source.getMany(keys));
    expect(told).toEqual([]);
    depths.a = 2;
    delete depths.b;
    await look(20, () => source.getMany(keys));
    expect(told.flat()).toHaveLength(2);
    expect(told.flat()).toEqual(
      expect.arrayContaining([
        { key: key('a'), previous: { visible: 1 }, current: { visible: 2 } },
        { key: key('b'), previous: { visible: 1 }, current: undefined },
      ]),
    );
    end();
    depths.a = 3;
    await look(20, () => source.getMany(keys));
    expect(told.flat()).toHaveLength(2);
  });

  it('tells of the change that Slipway itself made', async () => {
    const depths = { queue: 3 };
    const { source, told } = listening(depths);
    await settle(source.get(key('queue')));
    depths.queue = 0;
    source.invalidate(key('queue'));
    await settle(source.get(key('queue')), 200);
    expect(told.flat()).toEqual([
      { key: key('queue'), previous: { visible: 3 }, current: { visible: 0 } },
    ]);
  });

  it('survives a listener that fails', async () => {
    const depths = { queue: 3 };
    const { source, told, logger } = listening(depths);
    source.onChange(async () => {
      throw new Error('no socket');
    });
    await settle(source.get(key('queue')));
    depths.queue = 4;
    await jest.advanceTimersByTimeAsync(11_000);
    expect(told).toHaveLength(1);
    expect(logger.error).toHaveBeenCalledTimes(1);
  });

  it('shows a list that a change touched as stale where a new one takes too long, and waits for that first', async () => {
    let answer: { visible: number; ms: number } | Error = {
      visible: 3,
      ms: 1,
    };
    const load = async ([{ id }]: readonly Key[]) => {
      const now = answer;
      if (now instanceof Error) throw now;
      await new Promise(resolve => setTimeout(resolve, now.ms));
      return new Map([[id, { visible: now.visible }]]);
    };
    const { source } = createSource<Depth>(load, { deadline: { seconds: 10 } });
    const read = (wait: number) => settle(source.get(key('queue')), wait);
    await read(10);
    answer = { visible: 4, ms: 2_000 };
    source.expire(key('queue'));
    expect(source.last(key('queue'))).toMatchObject({ state: 'stale' });
    expect(await read(2_100)).toMatchObject({
      state: 'ok',
      data: { visible: 4 },
    });
    answer = { visible: 5, ms: 4_500 };
    source.expire(key('queue'));
    expect(await read(4_100)).toMatchObject({
      state: 'stale',
      data: { visible: 4 },
    });
    await jest.advanceTimersByTimeAsync(3_000);
    expect(await read(10)).toMatchObject({ state: 'ok', data: { visible: 5 } });
    answer = new UpstreamError('unreachable', 'no answer');
    source.expire(key('queue'));
    expect(await read(5_000)).toMatchObject({
      state: 'stale',
      data: { visible: 5 },
      message: 'no answer',
    });
  });

  it.each(['invalidate', 'expire'] as const)(
    'shows nobody else what was read before a change of our own (%s)',
    async forget => {
      let visible = 3;
      const { source } = createSource<Depth>(async ([{ id }]) => {
        const value = { visible };
        await new Promise(resolve => setTimeout(resolve, 1_000));
        return new Map([[id, value]]);
      });
      const early = source.get(key('queue'));
      await jest.advanceTimersByTimeAsync(500);
      visible = 0;
      source[forget](key('queue'));
      expect(await settle(early, 600)).toMatchObject({ data: { visible: 3 } });
      expect(await settle(source.get(key('queue')), 1_500)).toMatchObject({
        state: 'ok',
        data: { visible: 0 },
      });
    },
  );
});
