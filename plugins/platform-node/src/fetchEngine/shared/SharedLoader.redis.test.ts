import { setTimeout as delay } from 'node:timers/promises';
import { CacheManager } from '@backstage/backend-defaults/cache';
import { mockServices } from '@backstage/backend-test-utils';
import { z } from 'zod';
import { createSource, Key, key } from '../__testUtils__/createSource';
import { hasRedis, startRedis } from '../__testUtils__/startRedis';
import { SourceOptions, UpstreamError } from '../types';

const connections: Array<{ disconnect(force: boolean): Promise<void> }> = [];

// Backstage's cache never closes its connections; this keeps them, to close them.
jest.mock('@keyv/redis', () => {
  const actual = jest.requireActual('@keyv/redis');
  class KeptKeyvRedis extends actual.default {
    constructor(...args: unknown[]) {
      super(...args);
      connections.push(this as never);
      // A backend logs what nobody listens to; Jest would end the test.
      this.client.on('error', () => {});
    }
  }
  return { ...actual, default: KeptKeyvRedis };
});

interface Depth {
  readonly visible: number;
}
const depthSchema = z.object({ visible: z.number() });
const LATENCY_MS = 20;

/** An upstream that all replicas read, and what it was asked. */
function upstream() {
  const state = {
    reads: [] as string[],
    underWay: new Set<string>(),
    doubled: 0,
    visible: 1,
    fails: new Set<string>(),
  };
  const loadAs =
    (replica: string): SourceOptions<Key, Depth>['load'] =>
    async keys => {
      for (const { id } of keys) {
        state.reads.push(id);
        state.doubled += state.underWay.has(id) ? 1 : 0;
        state.underWay.add(id);
      }
      const { visible } = state;
      await delay(LATENCY_MS);
      keys.forEach(({ id }) => state.underWay.delete(id));
      if (state.fails.has(replica)) {
        throw new UpstreamError('unreachable', 'no route');
      }
      return new Map(keys.map(({ id }) => [id, { visible }]));
    };
  return { state, loadAs };
}

const many = (count: number) =>
  Array.from({ length: count }, (_, i) => key(`q${i}`));

(hasRedis() ? describe : describe.skip)('replicas that share a Redis', () => {
  let redis: Awaited<ReturnType<typeof startRedis>>;
  let engines: Array<{ stop(): void }> = [];
  let tests = 0;

  beforeAll(async () => {
    redis = await startRedis();
  });
  beforeEach(() => {
    tests += 1;
  });
  afterEach(() => {
    engines.forEach(engine => engine.stop());
    engines = [];
  });
  afterAll(async () => {
    await Promise.allSettled(connections.map(item => item.disconnect(true)));
    await redis?.stop();
  });

  function replica(
    load: SourceOptions<Key, Depth>['load'],
    options: Partial<SourceOptions<Key, Depth>> = {},
  ) {
    const cache = CacheManager.fromConfig(
      mockServices.rootConfig({
        data: {
          backend: { cache: { store: 'redis', connection: redis.url } },
        },
      }),
    ).forPlugin(`test-${tests}`);
    const made = createSource<Depth>(
      load,
      {
        concurrency: 8,
        shared: { decode: json => depthSchema.parse(json) },
        ...options,
      },
      cache,
    );
    engines.push(made.engine);
    return made;
  }

  /** All are connected, as in a portal that runs; that takes its time on a busy machine. */
  async function warm(...replicas: Array<ReturnType<typeof replica>>) {
    for (const { source, logger } of replicas) {
      const isDown = () =>
        logger.warn.mock.calls.length > logger.info.mock.calls.length;
      await source.get(key('warm'));
      for (let tries = 0; isDown() && tries < 30; tries++) {
        await delay(500);
        source.invalidate(key('warm'));
        await source.get(key('warm'));
      }
      expect(isDown()).toBe(false);
    }
  }

  it.each([1, 50])(
    'read each key once in all, when both are asked for 300 at once (batches of %d)',
    async maxBatch => {
      const { state, loadAs } = upstream();
      const a = replica(loadAs('a'), { maxBatch });
      const b = replica(loadAs('b'), { maxBatch });
      await warm(a, b);
      state.reads = [];
      const [ofA, ofB] = await Promise.all([
        a.source.getMany(many(300)),
        b.source.getMany(many(300)),
      ]);
      expect(new Set([...ofA, ...ofB].map(result => result.state))).toEqual(
        new Set(['ok']),
      );
      expect(state.doubled).toBe(0);
      expect(state.reads).toHaveLength(300);
    },
    60_000,
  );

  it('cost the upstream calls of one while people look at both', async () => {
    const callsOf = async (replicas: number) => {
      const { state, loadAs } = upstream();
      const ttl = { milliseconds: 800 };
      const all = Array.from({ length: replicas }, (_, at) =>
        replica(loadAs(`${at}`), { ttl, keepFresh: true }),
      );
      await warm(...all);
      state.reads = [];
      const until = Date.now() + 6_000;
      while (Date.now() < until) {
        await Promise.all(all.map(({ source }) => source.getMany(many(20))));
        await delay(100);
      }
      all.forEach(({ engine }) => engine.stop());
      tests += 1;
      return state.reads.length;
    };
    const one = await callsOf(1);
    const two = await callsOf(2);
    expect(one).toBeGreaterThan(20 * 6);
    expect(two / one).toBeLessThan(1.15);
  }, 60_000);

  it('take a value that is fresh, with its time, and not one from before a change', async () => {
    const { state, loadAs } = upstream();
    const a = replica(loadAs('a'));
    const b = replica(loadAs('b'));
    await warm(a, b);
    state.reads = [];
    const first = await a.source.get(key('q'));
    await delay(100);
    const taken = await b.source.get(key('q'));
    expect(taken).toEqual(first);
    expect(state.reads).toEqual(['q']);
    expect(b.calls).toHaveBeenCalledWith(1, {
      upstream: 'sqs',
      operation: 'GetQueueAttributes',
      outcome: 'taken',
    });

    state.visible = 0;
    b.source.invalidate(key('q'));
    expect(await b.source.get(key('q'))).toMatchObject({
      state: 'ok',
      data: { visible: 0 },
    });
    a.source.invalidate(key('q'));
    expect(await a.source.get(key('q'))).toMatchObject({
      data: { visible: 0 },
    });
  });

  it('do not share failures: one that cannot reach the upstream is served by the other', async () => {
    const { state, loadAs } = upstream();
    state.fails.add('a');
    const a = replica(loadAs('a'), { ttl: { milliseconds: 300 } });
    const b = replica(loadAs('b'), { ttl: { seconds: 5 } });
    await warm(b);
    state.reads = [];
    expect((await a.source.get(key('q'))).state).toBe('unreachable');
    expect((await b.source.get(key('q'))).state).toBe('ok');
    await delay(350);
    expect(await a.source.get(key('q'))).toMatchObject({
      state: 'ok',
      data: { visible: 1 },
    });
    expect(state.reads).toHaveLength(2);
  });

  it('take over from one that was killed while it read', async () => {
    const { loadAs } = upstream();
    const dead = replica(() => new Promise(() => {}), {
      deadline: { seconds: 60 },
    });
    const b = replica(loadAs('b'), {
      deadline: { seconds: 1 },
      patience: { seconds: 15 },
    });
    await warm(b);
    void dead.source.get(key('q'));
    await delay(150);
    const began = Date.now();
    expect((await b.source.get(key('q'))).state).toBe('ok');
    expect(Date.now() - began).toBeLessThan(4_000);
  }, 60_000);

  it('ignore what they cannot understand', async () => {
    const { state, loadAs } = upstream();
    const older = replica(loadAs('a'), {
      shared: { decode: () => ({ visible: 0 }), encode: () => 'v0' },
    });
    await older.source.get(key('q'));
    const b = replica(loadAs('b'));
    expect(await b.source.get(key('q'))).toMatchObject({ state: 'ok' });
    expect(state.reads).toHaveLength(2);
  });

  it('read by themselves, as fast, while the cache hangs or is gone', async () => {
    const { loadAs } = upstream();
    const made = replica(loadAs('a'));
    const { source, logger } = made;
    await warm(made);
    logger.warn.mockClear();
    redis.pause();
    const began = Date.now();
    expect((await source.get(key('hanging'))).state).toBe('ok');
    expect(Date.now() - began).toBeLessThan(1_000);
    const next = Date.now();
    await source.getMany(many(50));
    expect(Date.now() - next).toBeLessThan(400);
    expect(logger.warn).toHaveBeenCalledTimes(1);
    redis.resume();
    await delay(5_200);
    await source.get(key('after'));
    expect(logger.info).toHaveBeenCalledWith('The shared cache answers again');
    await redis.stop();
    const gone = Date.now();
    expect((await source.get(key('gone'))).state).toBe('ok');
    expect(Date.now() - gone).toBeLessThan(1_000);
  }, 60_000);
});
