import { CallerCredentials, EntityResources } from '@slipway/platform-node';
import {
  AlarmsResponse,
  GoldenSignalsResponse,
  MetricsRange,
} from '@slipway/plugin-metrics-common';
import { MetricsSources } from './createSources';
import { EntityMetricsService } from './EntityMetricsService';
import { toEnvironmentAlarms } from './toEnvironmentAlarms';

/** {@link EntityMetricsService} over the fetch engine. */
export class DefaultEntityMetricsService implements EntityMetricsService {
  readonly #resources: EntityResources;
  readonly #sources: MetricsSources;

  static create(options: {
    resources: EntityResources;
    sources: MetricsSources;
  }): DefaultEntityMetricsService {
    return new DefaultEntityMetricsService(options.resources, options.sources);
  }

  private constructor(resources: EntityResources, sources: MetricsSources) {
    this.#resources = resources;
    this.#sources = sources;
  }

  async goldenSignals(
    entityRef: string,
    range: MetricsRange,
    credentials: CallerCredentials,
  ): Promise<GoldenSignalsResponse> {
    const entity = await this.#resources.getEntity(entityRef, credentials);
    const { resources, problems } = this.#resources.metrics(entity);
    const environments = await this.#sources.goldenSignals[range].getMany(
      resources.map(resource => ({ ...resource, range })),
    );
    return { environments, problems };
  }

  async alarms(
    entityRef: string,
    credentials: CallerCredentials,
  ): Promise<AlarmsResponse> {
    const entity = await this.#resources.getEntity(entityRef, credentials);
    const { resources: queues, problems } = await this.#resources.queues(
      entity,
      credentials,
    );
    const involved = [...new Set(queues.map(queue => queue.environment))];
    const environments = await Promise.all(
      involved.map(async environment => {
        const { data, ...result } = await this.#sources.alarms.get(environment);
        const names = queues
          .filter(queue => queue.environment === environment)
          .map(queue => queue.name);
        return {
          ...result,
          source: { ...result.source, environment: environment.name },
          data: data && toEnvironmentAlarms(environment, names, data),
        };
      }),
    );
    return { environments, problems };
  }
}
