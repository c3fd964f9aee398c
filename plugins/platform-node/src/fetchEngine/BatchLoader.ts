import { durationToMilliseconds } from '@backstage/types';
import DataLoader from 'dataloader';
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
export class BatchLoader<K, T> {
  readonly #options: SourceOptions<K, T>;
  readonly #deps: BatchLoaderDeps;
  readonly #loaders = new Map<string, DataLoader<K, T | UpstreamError>>();

  constructor(options: SourceOptions<K, T>, deps: BatchLoaderDeps) {
    this.#options = options;
    this.#deps = deps;
  }

  /** Resolves to the value or the reason why there is none; never rejects. */
  async load(key: K): Promise<T | UpstreamError> {
    const target = this.#options.target(key);
    try {
      return await this.#loader(target).load(key);
    } catch (error) {
      return this.#deps.toUpstreamError(error, this.#options.upstream);
    }
  }

  #loader(target: string): DataLoader<K, T | UpstreamError> {
    let loader = this.#loaders.get(target);
    if (!loader) {
      loader = new DataLoader(keys => this.#loadBatch(target, keys), {
        cache: false,
        maxBatchSize: this.#options.maxBatch ?? 1,
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
