import { durationToMilliseconds } from '@backstage/types';
import { KeyLoader, Loaded } from '../KeyLoader';
import { Ttl } from '../Ttl';
import { SharedValues, SourceOptions, UpstreamError } from '../types';
import { Gatherer } from './Gatherer';
import { Leases } from './Leases';
import { SharedStore } from './SharedStore';
import { SharedValueCodec } from './SharedValueCodec';

/** How often a replica looks whether another one has read the key. */
const POLL_MS = 100;
/** A cache that was too slow to lend a lease so often is gone without, so that no read waits for it much longer. */
const PATIENT_TRIES = 3;
/** What a killed replica was reading is read by another one after this long at the latest. */
const LONGEST_LEASE_MS = 10_000;
/** Keys that are looked up together, at least. */
const GROUP_SIZE = 64;

interface Asked<K, T> {
  readonly key: K;
  readonly valueKey: string;
  readonly leaseKey: string;
  readonly newerThan: number;
  resolve(outcome: Loaded<T> | UpstreamError): void;
}

/** @internal */
export interface SharedLoaderDeps<K, T> {
  readonly upstream: KeyLoader<K, T>;
  readonly store: SharedStore;
  readonly ttl: Ttl<T>;
  readonly values: SharedValues<T>;
  /** Counts keys by whether another replica had read them. */
  count(outcome: 'taken' | 'read', keys: number): void;
  /** Told what keeps a value from being shared. */
  failed(error: unknown): void;
}

/**
 * Reads a key only when no other replica has just done so, or does so now. What it guarantees is written down in
 * docs/adr/0009-shared-fetch-cache.md.
 */
export class SharedLoader<K, T> implements KeyLoader<K, T> {
  readonly #options: SourceOptions<K, T>;
  readonly #deps: SharedLoaderDeps<K, T>;
  readonly #codec: SharedValueCodec<T>;
  readonly #leases: Leases;
  readonly #leaseMs: number;
  readonly #gatherers = new Map<string, Gatherer<Asked<K, T>>>();

  constructor(options: SourceOptions<K, T>, deps: SharedLoaderDeps<K, T>) {
    this.#options = options;
    this.#deps = deps;
    this.#codec = new SharedValueCodec(deps.values, deps.ttl);
    this.#leaseMs = Math.min(
      durationToMilliseconds(options.deadline) + 1_000,
      LONGEST_LEASE_MS,
    );
    this.#leases = new Leases(deps.store, this.#leaseMs);
  }

  async load(
    key: K,
    options: { newerThan: number },
  ): Promise<Loaded<T> | UpstreamError> {
    const valueKey = this.#valueKey(key);
    const leaseKey = `lease ${valueKey}`;
    return new Promise(resolve => {
      this.#gatherer(key).add({ key, valueKey, leaseKey, ...options, resolve });
    });
  }

  forget(key: K): void {
    void this.#deps.store.remove([this.#valueKey(key)]);
  }

  #valueKey(key: K): string {
    const { upstream, operation } = this.#options;
    const { name = '' } = this.#deps.values;
    const id = this.#options.key(key);
    return ['fetch', upstream, operation, name, id].join(' ');
  }

  #gatherer(key: K): Gatherer<Asked<K, T>> {
    const target = this.#options.target(key);
    let gatherer = this.#gatherers.get(target);
    if (!gatherer) {
      gatherer = new Gatherer({
        groupSize: Math.max(GROUP_SIZE, this.#options.maxBatch ?? 1),
        run: group => this.#answer(group),
      });
      this.#gatherers.set(target, gatherer);
    }
    return gatherer;
  }

  async #answer(group: ReadonlyArray<Asked<K, T>>): Promise<void> {
    const missing = await this.#take(group);
    const { won, lost } = await this.#compete(missing, { insist: false });
    void this.#follow(lost);
    await this.#lead(won);
  }

  /** Answers what another replica has read, and gives the rest. */
  async #take(
    asked: ReadonlyArray<Asked<K, T>>,
  ): Promise<ReadonlyArray<Asked<K, T>>> {
    if (asked.length === 0) {
      return asked;
    }
    const texts = await this.#deps.store.read(
      asked.map(({ valueKey }) => valueKey),
    );
    const rest = asked.filter(({ newerThan, resolve }, at) => {
      const found = this.#codec.decode(texts?.[at]);
      if (!found || found.since <= newerThan) {
        return true;
      }
      resolve({ value: found.value, readAt: found.readAt });
      return false;
    });
    this.#deps.count('taken', asked.length - rest.length);
    return rest;
  }

  async #compete(
    asked: ReadonlyArray<Asked<K, T>>,
    options: { insist: boolean },
  ): Promise<Record<'won' | 'lost', ReadonlyArray<Asked<K, T>>>> {
    const keys = asked.map(({ leaseKey }) => leaseKey);
    const acquired = await this.#leases.acquire(keys, options);
    const mine = asked.filter((_, at) => acquired[at]);
    // Another replica may have ended its read between the first look and the lease.
    const won = await this.#take(mine);
    const needless = mine.filter(ask => !won.includes(ask));
    await this.#leases.release(needless.map(({ leaseKey }) => leaseKey));
    return { won, lost: asked.filter((_, at) => !acquired[at]) };
  }

  /** Waits for what other replicas read; what they fail or take too long to read is read here. */
  async #follow(asked: ReadonlyArray<Asked<K, T>>): Promise<void> {
    const until = Date.now() + this.#leaseMs;
    let rest = asked;
    for (let tries = 1; rest.length > 0 && Date.now() < until; tries += 1) {
      await new Promise(resolve => setTimeout(resolve, POLL_MS));
      const missing = await this.#take(rest);
      const { won, lost } = await this.#compete(missing, {
        insist: tries >= PATIENT_TRIES,
      });
      void this.#lead(won);
      rest = lost;
    }
    await this.#lead(rest);
  }

  async #lead(asked: ReadonlyArray<Asked<K, T>>): Promise<void> {
    this.#deps.count('read', asked.length);
    await Promise.all(
      asked.map(async ask => {
        const since = Date.now();
        const loaded = await this.#deps.upstream.load(ask.key, ask);
        ask.resolve(loaded);
        await this.#publish(ask, loaded, since);
      }),
    );
  }

  /** Failures are not shared: another replica may reach what this one does not. */
  async #publish(
    { valueKey, leaseKey }: Asked<K, T>,
    loaded: Loaded<T> | UpstreamError,
    since: number,
  ): Promise<void> {
    try {
      if (!(loaded instanceof UpstreamError)) {
        const value = this.#codec.encode({ ...loaded, since });
        const ttlMs = this.#deps.ttl.ofValue(loaded.value);
        await this.#deps.store.write([{ key: valueKey, value, ttlMs }]);
      }
    } catch (error) {
      this.#deps.failed(error);
    }
    await this.#leases.release([leaseKey]);
  }
}
