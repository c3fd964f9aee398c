import { pino } from 'pino';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { Cache } from './Cache.js';

it('is a help and never a need', async () => {
  const values = new Map<string, string>();
  let failure: Error | undefined;
  const commands = {
    async get(key: string) {
      if (failure) throw failure;
      return values.get(key) ?? null;
    },
    async set(key: string, value: string) {
      if (failure) throw failure;
      values.set(key, value);
    },
    async del(key: string) {
      values.delete(key);
    },
  };
  const cache = new Cache(commands, 'shop', pino({ enabled: false }));
  let loads = 0;
  const get = () => cache.aside('a', 60, z.number(), async () => ++loads);

  expect([await get(), await get()]).toEqual([1, 1]);
  await cache.forget('a');
  expect(await get()).toBe(2);
  values.set('shop:a', 'spoilt');
  expect(await get()).toBe(3);
  failure = new Error('connection refused');
  expect(await get()).toBe(4);
  await expect(cache.aside('b', 60, z.number(), async () => Promise.reject(new Error('no')))).rejects.toThrow('no');
});
