import { CacheService, LoggerService } from '@backstage/backend-plugin-api';
import { MetricsService } from '@backstage/backend-plugin-api/alpha';
import { BatchLoader } from './BatchLoader';
import { CachedSource } from './CachedSource';
import { KeyLoader } from './KeyLoader';
import { SharedLoader } from './shared/SharedLoader';
import { SharedStore } from './shared/SharedStore';
import { TargetBudget } from './TargetBudget';
import { Ttl } from './Ttl';
import { FetchEngine, Source, SourceOptions, UpstreamError } from './types';
import { UpstreamCallMetrics } from './UpstreamCallMetrics';

/** @public */
export interface FetchEngineOptions {
  readonly metrics: MetricsService;
  readonly logger: LoggerService;
  /** What all replicas see; left out where there is nothing to share, as with a cache in memory. */
  readonly sharedCache?: CacheService;
}

/**
 * The {@link FetchEngine} on lru-cache, dataloader and p-limit.
 * @public
 */
export class DefaultFetchEngine implements FetchEngine {
  readonly #metrics: UpstreamCallMetrics;
  readonly #logger: LoggerService;
  readonly #store: SharedStore | undefined;
  readonly #budgets = new Map<string, TargetBudget>();
  readonly #sources: Array<{ stop(): void }> = [];
  readonly #sharedNames = new Set<string>();

  static create(options: FetchEngineOptions): DefaultFetchEngine {
    return new DefaultFetchEngine(options);
  }

  private constructor({ metrics, logger, sharedCache }: FetchEngineOptions) {
    this.#metrics = new UpstreamCallMetrics(metrics);
    this.#logger = logger;
    this.#store =
      sharedCache && new SharedStore({ cache: sharedCache, logger });
  }

  createSource<K, T>(options: SourceOptions<K, T>): Source<K, T> {
    const loader = new BatchLoader(options, {
      metrics: this.#metrics,
      budget: (upstream, target, concurrency) =>
        this.#budget(`${upstream} ${target}`, concurrency),
      toUpstreamError: (error, upstream) =>
        this.#toUpstreamError(error, upstream),
    });
    const failed = (error: unknown) =>
      this.#logger.error(
        `A part of ${options.upstream} ${options.operation} failed`,
        error as Error,
      );
    const source = new CachedSource(
      options,
      this.#shared(options, loader, failed),
      failed,
    );
    this.#sources.push(source);
    return source;
  }

  /** Ends the reads that nobody asked for, at shutdown. */
  stop(): void {
    this.#sources.forEach(source => source.stop());
  }

  #shared<K, T>(
    options: SourceOptions<K, T>,
    loader: KeyLoader<K, T>,
    failed: (error: unknown) => void,
  ): KeyLoader<K, T> {
    const { upstream, operation, shared } = options;
    if (!shared) {
      return loader;
    }
    const name = [upstream, operation, shared.name ?? ''].join(' ');
    if (this.#sharedNames.has(name)) {
      throw new Error(
        `Two shared sources are called '${name}': they would read each other's values; give them a shared.name`,
      );
    }
    this.#sharedNames.add(name);
    return this.#store
      ? new SharedLoader(options, {
          upstream: loader,
          store: this.#store,
          ttl: new Ttl(options),
          values: shared,
          failed,
          count: (outcome, keys) =>
            this.#metrics.recordShared({ upstream, operation, outcome }, keys),
        })
      : loader;
  }

  #budget(id: string, concurrency: number): TargetBudget {
    let budget = this.#budgets.get(id);
    if (!budget) {
      budget = new TargetBudget(concurrency);
      this.#budgets.set(id, budget);
    }
    return budget;
  }

  #toUpstreamError(error: unknown, upstream: string): UpstreamError {
    if (error instanceof UpstreamError) {
      return error;
    }
    // Not mapped by the client: a bug there, so the log gets the whole error and the page only a safe sentence.
    this.#logger.warn(`Reading ${upstream} failed`, error as Error);
    return new UpstreamError('unreachable', `${upstream} could not be read`, {
      fix: 'See the log of the Slipway backend',
      cause: error,
    });
  }
}
