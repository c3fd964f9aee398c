import { annotations } from '@slipway/platform-common';
import { Entity } from '@backstage/catalog-model';
import { Environments } from '../environments/types';
import { MetricsResource, Resolved } from './types';

/** Label values are any text; what could not be a service's name is refused rather than escaped. */
const SERVICE_NAME = /^[\w./:-]{1,255}$/;

/** An entity's `service_name` in the AMP workspace of each environment that has one. */
export function resolveMetrics(
  entity: Entity,
  environments: Environments,
): Resolved<MetricsResource> {
  const annotation = annotations.prometheusServiceName;
  const serviceName = entity.metadata.annotations?.[annotation]?.trim();
  if (!serviceName) {
    return { resources: [], problems: [] };
  }
  if (!SERVICE_NAME.test(serviceName)) {
    return {
      resources: [],
      problems: [
        {
          annotation,
          message: `'${serviceName.slice(0, 120)}' cannot be a service name`,
          fix: 'Write the service_name label of its metrics: letters, digits and ._/:- only',
        },
      ],
    };
  }
  const resources = environments
    .list()
    .filter(environment => environment.amp)
    .map(environment => ({ environment, serviceName }));
  return { resources, problems: [] };
}
