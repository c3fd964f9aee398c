import { MissingAnnotationEmptyState } from '@backstage/plugin-catalog-react';
import { annotations } from '@slipway/platform-common';

/** Says which annotation leads from an entity to its queues. */
export function QueuesEmptyState() {
  return <MissingAnnotationEmptyState annotation={annotations.sqsQueueArn} />;
}
