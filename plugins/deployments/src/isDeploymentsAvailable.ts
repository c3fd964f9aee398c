import { Entity } from '@backstage/catalog-model';
import { annotations } from '@slipway/platform-common';

/** Whether an entity names an Argo CD application or an ECS service. @public */
export function isDeploymentsAvailable(entity: Entity): boolean {
  const found = entity.metadata.annotations ?? {};
  return Boolean(
    found[annotations.argoAppName] ||
      found[annotations.argoAppSelector] ||
      found[annotations.ecsServiceArn],
  );
}

/** What runs is expected to be deployed: without an annotation its tab says which one to add. */
export function isDeploymentsExpected(entity: Entity): boolean {
  const runs = ['service', 'worker'].includes(String(entity.spec?.type));
  return (
    entity.kind.toLocaleLowerCase('en-US') === 'component' &&
    (runs || isDeploymentsAvailable(entity))
  );
}
