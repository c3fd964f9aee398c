import { Millis } from '../../world/types';
import { deterministicUid } from '../../kubernetes/deterministicName';
import { ManagedApplication } from '../application/ManagedApplication';
import { imagesOf } from './imagesOf';

const iso = (time: Millis) =>
  new Date(time).toISOString().replace(/\.\d+Z$/, 'Z');

/** An Application as the API shows it. */
export function applicationView(application: ManagedApplication) {
  const { manifest, operationState } = application;
  const { metadata, spec } = manifest;
  const { source, destination, ignoreDifferences } = spec;
  const status = {
    resources: application.resources.map(resource => resource.status),
    summary: { images: imagesOf(application) },
    sync: {
      status: application.sync,
      comparedTo: {
        source,
        destination,
        ...(ignoreDifferences.length > 0 && { ignoreDifferences }),
      },
      revision: application.revision,
    },
    health: {
      status: application.health,
      lastTransitionTime: iso(application.healthSince),
    },
    history: application.history,
    ...(application.conditions.length > 0 && {
      conditions: application.conditions,
    }),
    reconciledAt: iso(application.reconciledAt),
    ...(operationState && { operationState }),
    sourceType: 'Kustomize',
    controllerNamespace: 'argocd',
  };
  return {
    apiVersion: manifest.apiVersion,
    kind: manifest.kind,
    metadata: {
      ...metadata,
      uid: deterministicUid(
        `${application.cluster.name}/app/${application.name}`,
      ),
      creationTimestamp: iso(application.createdAt),
      generation: 1,
    },
    spec: {
      ...spec,
      ...(ignoreDifferences.length === 0 && { ignoreDifferences: undefined }),
    },
    status,
    ...(operationState?.phase === 'Running' && {
      operation: operationState.operation,
    }),
  };
}

export type ApplicationView = ReturnType<typeof applicationView>;
