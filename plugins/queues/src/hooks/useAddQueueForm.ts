import { stringifyEntityRef } from '@backstage/catalog-model';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useEntity, useEntityOwnership } from '@backstage/plugin-catalog-react';
import { usePermission } from '@backstage/plugin-permission-react';
import { taskCreatePermission } from '@backstage/plugin-scaffolder-common/alpha';
import { templateRouteRef } from '../routes';

export const ADD_QUEUE = { namespace: 'default', templateName: 'add-queue' };

/** The way from an entity to the form that adds a queue to it. */
export interface AddQueueForm {
  /** Path of the form, filled with the entity; undefined where people may not run templates, or there is no form. */
  readonly to: string | undefined;
  /** Whether the person may use it; the server asks for the same. */
  readonly owned: boolean;
  readonly loading: boolean;
}

/** Needs nothing but the entity, so that the entity's menu can use it too. */
export function useAddQueueForm(): AddQueueForm {
  const { entity } = useEntity();
  const { loading, isOwnedEntity } = useEntityOwnership();
  const { allowed } = usePermission({ permission: taskCreatePermission });
  const route = useRouteRef(templateRouteRef);
  const formData = JSON.stringify({ service: stringifyEntityRef(entity) });
  return {
    to:
      allowed && route
        ? `${route(ADD_QUEUE)}?${new URLSearchParams({ formData })}`
        : undefined,
    owned: !loading && isOwnedEntity(entity),
    loading,
  };
}
