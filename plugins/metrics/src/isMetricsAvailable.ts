import { Entity } from '@backstage/catalog-model';
import { annotations } from '@slipway/platform-common';

/** Whether an entity names a service in the metrics workspace. @public */
export function isMetricsAvailable(entity: Entity): boolean {
  return Boolean(
    entity.metadata.annotations?.[annotations.prometheusServiceName],
  );
}

/** What runs is expected to have metrics: without the annotation its tab says which one to add. */
export function isMetricsExpected(entity: Entity): boolean {
  const runs = ['service', 'worker'].includes(String(entity.spec?.type));
  return (
    entity.kind.toLocaleLowerCase('en-US') === 'component' &&
    (runs || isMetricsAvailable(entity))
  );
}
