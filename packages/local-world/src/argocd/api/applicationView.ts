import { Millis } from '../../world/types';
import { deterministicUid } from '../../kubernetes/deterministicName';
import { ManagedApplication } from '../application/ManagedApplication';
import { imagesOf } from './imagesOf';

const iso = (time: Millis) =>
  new Date(time).toISOString().replace(/\.\d+Z$/, 'Z');

/** An Application as the API shows it. */
export function applicationView(application: ManagedApplication) {
  const { manifest, operationState } = application;
  const id = `${application.cluster.name}/app/${application.name}`;
  return {
    apiVersion: manifest.apiVersion,
    kind: manifest.kind,
    metadata: {
      ...manifest.metadata,
      uid: deterministicUid(id),
      creationTimestamp: iso(application.createdAt),
      generation: 1,
    },
    spec: manifest.spec,
    status: statusView(application),
    ...(operationState?.phase === 'Running' && {
      operation: operationState.operation,
    }),
  };
}

function statusView(application: ManagedApplication) {
  const { manifest, operationState, conditions } = application;
  const { source, destination, ignoreDifferences } = manifest.spec;
  return {
    resources: application.resources.map(resource => resource.status),
    summary: { images: imagesOf(application) },
    sync: {
      status: application.sync,
      comparedTo: { source, destination, ignoreDifferences },
      revision: application.revision,
    },
    health: {
      status: application.health,
      lastTransitionTime: iso(application.healthSince),
    },
    history: application.history,
    ...(conditions.length > 0 && { conditions }),
    reconciledAt: iso(application.reconciledAt),
    ...(operationState && { operationState }),
    sourceType: 'Kustomize',
    controllerNamespace: 'argocd',
  };
}
