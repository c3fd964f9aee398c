import { durationToMilliseconds } from '@backstage/types';
import DataLoader from 'dataloader';
import { KeyLoader, Loaded } from './KeyLoader';
import { TargetBudget } from './TargetBudget';
import { SourceOptions, UpstreamError } from './types';
import { UpstreamCallMetrics } from './UpstreamCallMetrics';
import { withDeadline } from './withDeadline';

/** Reads of several viewers that come this close together share a batch. */
const BATCH_WINDOW_MS = 5;

/** @internal */
export interface BatchLoaderDeps {
  readonly metrics: UpstreamCallMetrics;
  budget(upstream: string, target: string, concurrency: number): TargetBudget;
  /** Turns anything thrown by a `load` into the error a person is shown. */
  toUpstreamError(error: unknown, upstream: string): UpstreamError;
}

/** Gathers single reads into batches of one target each, within its budget and deadline. */
export class BatchLoader<K, T> implements KeyLoader<K, T> {
  readonly #options: SourceOptions<K, T>;
  readonly #deps: BatchLoaderDeps;
  readonly #loaders = new Map<string, DataLoader<K, T | UpstreamError>>();

  constructor(options: SourceOptions<K, T>, deps: BatchLoaderDeps) {
    this.#options = options;
    this.#deps = deps;
  }

  async load(key: K): Promise<Loaded<T> | UpstreamError> {
    const target = this.#options.target(key);
    const { maxBatch = 1 } = this.#options;
    try {
      const value =
        maxBatch > 1
          ? await this.#loader(target, maxBatch).load(key)
          : (await this.#loadBatch(target, [key]))[0];
      return value instanceof UpstreamError
        ? value
        : { value, readAt: Date.now() };
    } catch (error) {
      return this.#deps.toUpstreamError(error, this.#options.upstream);
    }
  }

  #loader(
    target: string,
    maxBatchSize: number,
  ): DataLoader<K, T | UpstreamError> {
    let loader = this.#loaders.get(target);
    if (!loader) {
      loader = new DataLoader(keys => this.#loadBatch(target, keys), {
        cache: false,
        maxBatchSize,
        batchScheduleFn: callback => setTimeout(callback, BATCH_WINDOW_MS),
      });
      this.#loaders.set(target, loader);
    }
    return loader;
  }

  async #loadBatch(
    target: string,
    keys: readonly K[],
  ): Promise<Array<T | UpstreamError>> {
    const { upstream, concurrency = 4 } = this.#options;
    const budget = this.#deps.budget(upstream, target, concurrency);
    const found = await budget.run(() => this.#call(budget, keys));
    return keys.map(key => {
      const value = found.get(this.#options.key(key));
      if (value !== undefined) {
        return value;
      }
      const { target: what = this.#options.key(key) } =
        this.#options.describe(key);
      return new UpstreamError('not_found', `${what} was not found`);
    });
  }

  async #call(
    budget: TargetBudget,
    keys: readonly K[],
  ): Promise<ReadonlyMap<string, T | UpstreamError>> {
    const { upstream, operation, deadline } = this.#options;
    const started = performance.now();
    const done = (state: string) =>
      this.#deps.metrics.record(
        { upstream, operation, state },
        performance.now() - started,
      );
    try {
      const found = await withDeadline(
        durationToMilliseconds(deadline),
        `${upstream} ${operation}`,
        signal => this.#options.load(keys, { signal }),
      );
      const throttled = [...found.values()].find(
        value => value instanceof UpstreamError && value.state === 'throttled',
      );
      if (throttled instanceof UpstreamError) {
        budget.failed(throttled);
      } else {
        budget.succeeded();
      }
      done(throttled ? 'throttled' : 'ok');
      return found;
    } catch (thrown) {
      const error = this.#deps.toUpstreamError(thrown, upstream);
      budget.failed(error);
      done(error.state);
      throw error;
    }
  }
}
