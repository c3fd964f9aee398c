import { MissingAnnotationEmptyState } from '@backstage/plugin-catalog-react';
import { annotations } from '@slipway/platform-common';

/** Shown where an entity names nothing that is deployed. */
export function NoDeployments() {
  return (
    <MissingAnnotationEmptyState
      annotation={[annotations.argoAppName, annotations.ecsServiceArn]}
    />
  );
}
