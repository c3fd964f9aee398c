import { Redis } from 'ioredis';
import type { z } from 'zod';
import type { Config } from '../config.js';
import type { Logger } from '../telemetry/logging.js';

/** What is used of Redis. */
export interface CacheCommands {
  get(key: string): Promise<string | null>;
  set(key: string, value: string, unit: 'EX', seconds: number): Promise<unknown>;
  del(key: string): Promise<unknown>;
}

/** Dials when it is first used. TLS is off on a developer's machine only. */
export function connectRedis(config: Config, log: Logger): Redis {
  const redis = new Redis({
    host: config.REDIS_HOST,
    port: config.REDIS_PORT,
    lazyConnect: true,
    connectTimeout: 1_000,
    commandTimeout: 300,
    maxRetriesPerRequest: 1,
    ...(config.DEPLOYMENT_ENVIRONMENT === 'local' ? {} : { tls: { servername: config.REDIS_HOST, minVersion: 'TLSv1.2' as const } }),
  });
  redis.on('error', (error) => log.warn({ err: error }, 'cache not reached'));
  return redis;
}

/** Keeps copies. It is a help, never a need: whatever goes wrong with it, the original is read. */
export class Cache {
  constructor(
    private readonly commands: CacheCommands,
    private readonly prefix: string,
    private readonly log: Logger,
  ) {}

  /** The copy under key; or the original, of which a copy is kept for some seconds. */
  async aside<T>(
    key: string,
    seconds: number,
    schema: z.ZodType<T>,
    load: () => Promise<T | undefined>,
  ): Promise<T | undefined> {
    const copy = await this.#quietly('read', async () => {
      const text = await this.commands.get(this.#key(key));
      return text === null ? undefined : schema.parse(JSON.parse(text));
    });
    if (copy !== undefined) return copy;
    const value = await load();
    if (value !== undefined) {
      await this.#quietly('write', () => this.commands.set(this.#key(key), JSON.stringify(value), 'EX', seconds));
    }
    return value;
  }

  /** Drops the copy under key. When that fails, the copy lives on until its time is up. */
  async forget(key: string): Promise<void> {
    await this.#quietly('clear', () => this.commands.del(this.#key(key)));
  }

  #key(key: string): string {
    return `${this.prefix}:${key}`;
  }

  async #quietly<T>(what: string, work: () => Promise<T>): Promise<T | undefined> {
    try {
      return await work();
    } catch (error) {
      this.log.warn({ err: error }, `could not ${what} the cache`);
      return undefined;
    }
  }
}
