import { Entity } from '@backstage/catalog-model';
import {
  MissingAnnotationEmptyState,
  useEntity,
} from '@backstage/plugin-catalog-react';
import Typography from '@mui/material/Typography';
import { annotations } from '@slipway/platform-common';

/** Why an entity shows no queues, and what leads from it to some. */
export function QueuesEmptyState() {
  const { entity } = useEntity();
  const reason = noQueuesReason(entity);
  return reason ? (
    <Typography variant="body2" color="text.secondary">
      {reason} A queue also shows here when the annotation{' '}
      <code>{annotations.sqsQueueArn}</code> names its ARN.
    </Typography>
  ) : (
    <MissingAnnotationEmptyState annotation={annotations.sqsQueueArn} />
  );
}

function noQueuesReason(entity: Entity): string | undefined {
  const { kind, metadata, relations = [] } = entity;
  if (kind.toLowerCase() === 'system') {
    return 'No part of this system has an SQS queue that you may see.';
  }
  if (metadata.annotations?.[annotations.sqsQueueTags]) {
    return `No queue that you may see carries the AWS tags of ${annotations.sqsQueueTags}.`;
  }
  return relations.some(({ targetRef }) => targetRef.startsWith('resource:'))
    ? 'None of the resources that this depends on is an SQS queue that you may see.'
    : undefined;
}
