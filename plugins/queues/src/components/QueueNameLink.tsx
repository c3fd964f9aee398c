import { stringifyEntityRef } from '@backstage/catalog-model';
import { Link } from '@backstage/core-components';
import { useEntity } from '@backstage/plugin-catalog-react';
import { SourceRef } from '@slipway/platform-common';
import { useQueueLink } from '../hooks/useQueueLink';

/** Name of a queue, leading to it on the Queues tab of the entity. */
export function QueueNameLink({ source }: { source: SourceRef }) {
  const { entity } = useEntity();
  const link = useQueueLink();
  const { environment, target } = source;
  const entityRef = stringifyEntityRef(entity);
  return (
    <Link to={link({ entityRef, environment, queue: target })}>{target}</Link>
  );
}
