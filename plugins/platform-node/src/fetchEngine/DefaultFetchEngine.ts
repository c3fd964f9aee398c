import { LoggerService } from '@backstage/backend-plugin-api';
import { MetricsService } from '@backstage/backend-plugin-api/alpha';
import { BatchLoader } from './BatchLoader';
import { CachedSource } from './CachedSource';
import { TargetBudget } from './TargetBudget';
import { FetchEngine, Source, SourceOptions, UpstreamError } from './types';
import { UpstreamCallMetrics } from './UpstreamCallMetrics';

/**
 * The {@link FetchEngine} on lru-cache, dataloader and p-limit.
 * @public
 */
export class DefaultFetchEngine implements FetchEngine {
  readonly #metrics: UpstreamCallMetrics;
  readonly #logger: LoggerService;
  readonly #budgets = new Map<string, TargetBudget>();
  readonly #sources: Array<{ stop(): void }> = [];

  static create(options: {
    metrics: MetricsService;
    logger: LoggerService;
  }): DefaultFetchEngine {
    return new DefaultFetchEngine(options);
  }

  private constructor(options: {
    metrics: MetricsService;
    logger: LoggerService;
  }) {
    this.#metrics = new UpstreamCallMetrics(options.metrics);
    this.#logger = options.logger;
  }

  createSource<K, T>(options: SourceOptions<K, T>): Source<K, T> {
    const loader = new BatchLoader(options, {
      metrics: this.#metrics,
      budget: (upstream, target, concurrency) =>
        this.#budget(`${upstream} ${target}`, concurrency),
      toUpstreamError: (error, upstream) =>
        this.#toUpstreamError(error, upstream),
    });
    const source = new CachedSource(options, loader, error =>
      this.#logger.error(
        `What listens to changes of ${options.upstream} ${options.operation} failed`,
        error as Error,
      ),
    );
    this.#sources.push(source);
    return source;
  }

  /** Ends the reads that nobody asked for, at shutdown. */
  stop(): void {
    this.#sources.forEach(source => source.stop());
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
