import { mockServices } from '@backstage/backend-test-utils';
import { metricsServiceMock } from '@backstage/backend-test-utils/alpha';
import { CacheService } from '@backstage/backend-plugin-api';
import { DefaultFetchEngine } from '../DefaultFetchEngine';
import { SourceOptions } from '../types';

export interface Key {
  readonly target: string;
  readonly id: string;
}
export type Load = SourceOptions<Key, string>['load'];

export const key = (id: string, target = 'a'): Key => ({ id, target });

/** A source of a new engine, that keeps nothing fresh unless a test says so. */
export function createSource<T = string>(
  load: SourceOptions<Key, T>['load'],
  options: Partial<SourceOptions<Key, T>> = {},
  sharedCache?: CacheService,
) {
  const calls = jest.fn();
  const metrics = metricsServiceMock.mock();
  metrics.createCounter.mockReturnValue({ add: calls });
  metrics.createHistogram.mockReturnValue({ record: () => {} });
  const logger = mockServices.logger.mock();
  const engine = DefaultFetchEngine.create({ metrics, logger, sharedCache });
  const source = engine.createSource<Key, T>({
    upstream: 'sqs',
    operation: 'GetQueueAttributes',
    key: ({ id }) => id,
    target: ({ target }) => target,
    describe: ({ id, target }) => ({
      upstream: 'sqs',
      environment: target,
      target: id,
    }),
    ttl: { seconds: 5 },
    staleFor: { minutes: 10 },
    deadline: { seconds: 3 },
    // Off where a test moves time by hand.
    keepFresh: false,
    load,
    ...options,
  });
  return { engine, source, calls, logger };
}

/** Lets time pass for what is under way, then gives its outcome. */
export async function settle<V>(
  promise: Promise<V>,
  milliseconds = 50,
): Promise<V> {
  await jest.advanceTimersByTimeAsync(milliseconds);
  return promise;
}
