import { createSource, key, Load, settle } from './__testUtils__/createSource';
import { UpstreamError } from './types';

function answerAll(keys: ReadonlyArray<{ id: string }>) {
  return new Map(keys.map(({ id }) => [id, `value of ${id}`]));
}

describe('DefaultFetchEngine', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('loads once for 50 concurrent viewers', async () => {
    const load = jest.fn<ReturnType<Load>, Parameters<Load>>(async keys =>
      answerAll(keys),
    );
    const { source, calls } = createSource(load);
    const results = await settle(
      Promise.all(Array.from({ length: 50 }, () => source.get(key('q')))),
    );
    expect(load).toHaveBeenCalledTimes(1);
    expect(calls).toHaveBeenCalledTimes(1);
    expect(calls).toHaveBeenCalledWith(1, {
      upstream: 'sqs',
      operation: 'GetQueueAttributes',
      state: 'ok',
    });
    expect(results[49]).toMatchObject({
      state: 'ok',
      data: 'value of q',
      source: { upstream: 'sqs', environment: 'a', target: 'q' },
    });
  });

  it('gathers the keys of each target into batches of at most maxBatch', async () => {
    const load = jest.fn<ReturnType<Load>, Parameters<Load>>(async keys =>
      answerAll(keys),
    );
    const { source } = createSource(load, { maxBatch: 500 });
    const keys = Array.from({ length: 1_100 }, (_, i) =>
      key(`q${i}`, i < 100 ? 'b' : 'a'),
    );
    const results = await settle(source.getMany(keys));
    const batches = load.mock.calls.map(([batch]) => batch);
    expect(batches.map(batch => batch.length).sort((x, y) => x - y)).toEqual([
      100, 500, 500,
    ]);
    for (const batch of batches) {
      expect(new Set(batch.map(({ target }) => target)).size).toBe(1);
    }
    expect(results.map(({ data }) => data)).toEqual(
      keys.map(({ id }) => `value of ${id}`),
    );
  });

  it('fails single keys of a batch, and calls a missing one not found', async () => {
    const { source } = createSource(
      async () =>
        new Map<string, string | UpstreamError>([
          ['good', 'yes'],
          ['bad', new UpstreamError('forbidden', 'no', { fix: 'allow it' })],
        ]),
      { maxBatch: 10 },
    );
    const results = await settle(
      source.getMany([key('good'), key('bad'), key('gone')]),
    );
    expect(results.map(({ state }) => state)).toEqual([
      'ok',
      'forbidden',
      'not_found',
    ]);
    expect(results[1]).toMatchObject({ message: 'no', fix: 'allow it' });
    expect(results[2].message).toBe('gone was not found');
  });

  it('neither slows nor blanks other targets when one hangs, and aborts the hanging call', async () => {
    const signals: AbortSignal[] = [];
    const { source } = createSource(
      async (keys, { signal }) => {
        if (keys[0].target === 'dead') {
          signals.push(signal);
          await new Promise(() => {});
        }
        return answerAll(keys);
      },
      { concurrency: 1 },
    );
    const dead = source.get(key('x', 'dead'));
    const alive = await settle(source.getMany([key('y'), key('z')]), 20);
    expect(alive.map(({ state }) => state)).toEqual(['ok', 'ok']);
    expect(signals[0].aborted).toBe(false);
    expect(await settle(dead, 3_000)).toMatchObject({
      state: 'unreachable',
      message: 'sqs GetQueueAttributes did not answer within 3 s',
    });
    expect(signals[0].aborted).toBe(true);
  });

  it('does not hold a reader up for longer than its patience, and answers the next', async () => {
    const { source } = createSource(
      async keys => {
        await new Promise(resolve => setTimeout(resolve, 6_000));
        return answerAll(keys);
      },
      { deadline: { seconds: 15 } },
    );
    expect(await settle(source.get(key('q')), 4_100)).toMatchObject({
      state: 'unreachable',
      message: 'sqs has not answered yet',
    });
    await jest.advanceTimersByTimeAsync(2_000);
    expect(await settle(source.get(key('q')))).toMatchObject({
      state: 'ok',
      data: 'value of q',
    });
  });

  it('waits briefly for a fresh value, and shows the last one meanwhile when the upstream is slow', async () => {
    let delay = 10;
    let version = 0;
    const { source } = createSource(async ([{ id }]) => {
      version += 1;
      const value = `v${version}`;
      await new Promise(resolve => setTimeout(resolve, delay));
      return new Map([[id, value]]);
    });
    const first = await settle(source.get(key('q')));
    expect(first).toMatchObject({ state: 'ok', data: 'v1' });

    await jest.advanceTimersByTimeAsync(6_000);
    expect(await settle(source.get(key('q')))).toMatchObject({
      state: 'ok',
      data: 'v2',
    });

    await jest.advanceTimersByTimeAsync(6_000);
    delay = 2_000;
    expect(await settle(source.get(key('q')), 500)).toMatchObject({
      state: 'stale',
      data: 'v2',
    });
    await jest.advanceTimersByTimeAsync(2_000);
    expect(await settle(source.get(key('q')))).toMatchObject({
      state: 'ok',
      data: 'v3',
    });
    expect(version).toBe(3);
  });

  it('keeps the last known good value while the upstream fails, until it is too old', async () => {
    let fails = false;
    const { source } = createSource(async keys => {
      if (fails) {
        throw new UpstreamError('unreachable', 'down', { fix: 'call ops' });
      }
      return answerAll(keys);
    });
    const { asOf } = await settle(source.get(key('q')));
    fails = true;
    await jest.advanceTimersByTimeAsync(6_000);
    expect(await settle(source.get(key('q')))).toEqual({
      state: 'stale',
      source: { upstream: 'sqs', environment: 'a', target: 'q' },
      data: 'value of q',
      asOf,
      message: 'down',
      fix: 'call ops',
    });
    await jest.advanceTimersByTimeAsync(11 * 60_000);
    expect(await settle(source.get(key('q')))).toMatchObject({
      state: 'unreachable',
      message: 'down',
    });
  });

  it('does not show what was deleted at the upstream', async () => {
    let gone = false;
    const { source } = createSource(async keys =>
      gone ? new Map() : answerAll(keys),
    );
    await settle(source.get(key('q')));
    gone = true;
    await jest.advanceTimersByTimeAsync(6_000);
    const result = await settle(source.get(key('q')));
    expect(result.state).toBe('not_found');
    expect(result.data).toBeUndefined();
  });

  it('leaves a throttling target alone for longer each time, then recovers', async () => {
    let throttles = true;
    const load = jest.fn<ReturnType<Load>, Parameters<Load>>(async keys => {
      if (throttles) {
        throw new UpstreamError('throttled', 'slow down');
      }
      return answerAll(keys);
    });
    const { source } = createSource(load);
    const ask = async (id: string) => settle(source.get(key(id)), 20);

    expect((await ask('q1')).state).toBe('throttled');
    expect((await ask('q2')).state).toBe('throttled');
    expect(load).toHaveBeenCalledTimes(1);

    await jest.advanceTimersByTimeAsync(1_000);
    await ask('q3');
    await jest.advanceTimersByTimeAsync(1_000);
    await ask('q4');
    expect(load).toHaveBeenCalledTimes(2);

    throttles = false;
    await jest.advanceTimersByTimeAsync(1_000);
    expect((await ask('q5')).state).toBe('ok');
    expect((await ask('q6')).state).toBe('ok');
  });

  it('stops asking a target that is down, so that queued reads fail fast', async () => {
    const load = jest.fn<ReturnType<Load>, Parameters<Load>>(async () => {
      throw new UpstreamError('unreachable', 'down');
    });
    const { source } = createSource(load, { concurrency: 1 });
    const results = await settle(
      source.getMany(Array.from({ length: 100 }, (_, i) => key(`q${i}`))),
    );
    expect(load).toHaveBeenCalledTimes(3);
    expect(new Set(results.map(({ state }) => state))).toEqual(
      new Set(['unreachable']),
    );
  });

  it('reads anew after invalidate, and hides unmapped errors', async () => {
    let secret = false;
    const load = jest.fn<ReturnType<Load>, Parameters<Load>>(async keys => {
      if (secret) {
        throw new Error('token=hunter2');
      }
      return answerAll(keys);
    });
    const { source } = createSource(load);
    await settle(source.get(key('q')));
    secret = true;
    source.invalidate(key('q'));
    expect(await settle(source.get(key('q')))).toMatchObject({
      state: 'unreachable',
      message: 'sqs could not be read',
    });
    expect(load).toHaveBeenCalledTimes(2);
  });

  it('costs the same upstream calls for one viewer and for fifty', async () => {
    const callsFor = async (viewers: number) => {
      const load = jest.fn<ReturnType<Load>, Parameters<Load>>(async keys =>
        answerAll(keys),
      );
      const { source } = createSource(load, { keepFresh: true, maxBatch: 10 });
      // Each viewer polls every 10 s, all at different moments.
      for (let second = 0; second < 120; second++) {
        for (let viewer = 0; viewer < viewers; viewer++) {
          if (viewer % 10 === second % 10) {
            void source.getMany([key('q1'), key('q2')]);
          }
        }
        await jest.advanceTimersByTimeAsync(1_000);
      }
      return load.mock.calls.length;
    };
    const one = await callsFor(1);
    expect(one).toBeGreaterThan(20);
    expect(await callsFor(50)).toBe(one);
  });

  it('stops refreshing once nobody looks', async () => {
    const load = jest.fn<ReturnType<Load>, Parameters<Load>>(async keys =>
      answerAll(keys),
    );
    const { source } = createSource(load, { keepFresh: true });
    await settle(source.get(key('q')));
    await jest.advanceTimersByTimeAsync(60_000);
    const calls = load.mock.calls.length;
    expect(calls).toBeLessThanOrEqual(7);
    await jest.advanceTimersByTimeAsync(600_000);
    expect(load).toHaveBeenCalledTimes(calls);
  });
});
