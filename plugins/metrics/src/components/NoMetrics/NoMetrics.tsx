import { MissingAnnotationEmptyState } from '@backstage/plugin-catalog-react';
import { annotations } from '@slipway/platform-common';

/** Shown where an entity names no service in the metrics workspace. */
export function NoMetrics() {
  return (
    <MissingAnnotationEmptyState
      annotation={annotations.prometheusServiceName}
    />
  );
}
