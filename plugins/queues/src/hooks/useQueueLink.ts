import { useCallback } from 'react';
import { useEntityRefLink } from '@backstage/plugin-catalog-react';

/** A queue to open on the Queues tab of an entity. */
export interface QueueLinkTarget {
  readonly entityRef: string;
  readonly environment?: string;
  /** Name of the queue. */
  readonly queue?: string;
}

/** Paths of the Queues tab of entities. */
export function useQueueLink(): (target: QueueLinkTarget) => string {
  const entityLink = useEntityRefLink();
  return useCallback(
    ({ entityRef, environment, queue }) => {
      const path = `${entityLink(entityRef)}/queues`;
      return environment && queue
        ? `${path}?${new URLSearchParams({ queue: `${environment}/${queue}` })}`
        : path;
    },
    [entityLink],
  );
}
