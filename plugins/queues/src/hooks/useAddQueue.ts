import { useApi } from '@backstage/core-plugin-api';
import { catalogApiRef, useEntity } from '@backstage/plugin-catalog-react';
import { useSlipwayQuery } from '@slipway/platform-react';
import { ADD_QUEUE, useAddQueueForm } from './useAddQueueForm';

const TEMPLATE_REF = `template:${ADD_QUEUE.namespace}/${ADD_QUEUE.templateName}`;

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
  const { to, owned, loading } = useAddQueueForm();
  const { data: exists } = useSlipwayQuery({
    name: 'slipway-queues.add-queue-template',
    subject: TEMPLATE_REF,
    refetchInterval: false,
    enabled: to !== undefined,
    queryFn: async () =>
      (await catalog.getEntityByRef(TEMPLATE_REF)) !== undefined,
  });
  if (!to || !exists || loading || entity.kind !== 'Component') {
    return undefined;
  }
  return { to, owned };
}
