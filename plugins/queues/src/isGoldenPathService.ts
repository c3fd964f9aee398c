import { Entity } from '@backstage/catalog-model';

const TEMPLATE_ANNOTATION = 'slipway.io/template';

/** Whether a golden path made an entity that can consume queues; others have no file to add one to. @public */
export function isGoldenPathService(entity: Entity): boolean {
  return (
    entity.kind === 'Component' &&
    ['service', 'worker'].includes(String(entity.spec?.type)) &&
    entity.metadata.annotations?.[TEMPLATE_ANNOTATION] !== undefined
  );
}
