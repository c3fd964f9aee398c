import { EmptyState } from '@backstage/core-components';
import { annotations } from '@slipway/platform-common';

/** Shown where an entity names nothing that is deployed. */
export function NoDeployments() {
  return (
    <EmptyState
      missing="field"
      title="This entity names no deployment"
      description={
        <>
          Add the annotation <code>{annotations.argoAppName}</code> with the
          name of its Argo CD application, or{' '}
          <code>{annotations.ecsServiceArn}</code> with the ARN of its ECS
          service, to its catalog file.
        </>
      }
    />
  );
}
