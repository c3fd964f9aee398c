import { stringifyEntityRef } from '@backstage/catalog-model';
import { useApi, useRouteRef } from '@backstage/core-plugin-api';
import {
  catalogApiRef,
  useEntity,
  useEntityOwnership,
} from '@backstage/plugin-catalog-react';
import { usePermission } from '@backstage/plugin-permission-react';
import { taskCreatePermission } from '@backstage/plugin-scaffolder-common/alpha';
import { useSlipwayQuery } from '@slipway/platform-react';
import { templateRouteRef } from '../routes';

const TEMPLATE = { namespace: 'default', templateName: 'add-queue' };
const TEMPLATE_REF = `template:${TEMPLATE.namespace}/${TEMPLATE.templateName}`;

/** The way from an entity to the form that adds a queue to it. */
export interface AddQueue {
  /** Path of the form, filled with the entity. */
  readonly to: string;
  /** Whether the person may use it; the server asks for the same. */
  readonly owned: boolean;
}

/** Undefined while it is not known, and where there is no such template, no right to run it, or the entity is no service. */
export function useAddQueue(): AddQueue | undefined {
  const catalog = useApi(catalogApiRef);
  const { entity } = useEntity();
  const { loading, isOwnedEntity } = useEntityOwnership();
  const { allowed } = usePermission({ permission: taskCreatePermission });
  const route = useRouteRef(templateRouteRef);
  const { data: exists } = useSlipwayQuery({
    name: 'slipway-queues.add-queue-template',
    subject: TEMPLATE_REF,
    refetchInterval: false,
    enabled: allowed,
    queryFn: async () =>
      (await catalog.getEntityByRef(TEMPLATE_REF)) !== undefined,
  });
  if (!allowed || !exists || !route || loading) return undefined;
  if (entity.kind !== 'Component') return undefined;
  const formData = JSON.stringify({ service: stringifyEntityRef(entity) });
  return {
    to: `${route(TEMPLATE)}?${new URLSearchParams({ formData })}`,
    owned: isOwnedEntity(entity),
  };
}
