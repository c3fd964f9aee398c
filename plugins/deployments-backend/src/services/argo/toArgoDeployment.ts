import {
  Deployment,
  DeploymentEvent,
  DeploymentResource,
  Revision,
} from '@slipway/plugin-deployments-common';
import {
  ArgoApplication,
  ArgoStatus,
} from '../../clients/argoApplicationSchema';
import { plainText } from '../plainText';
import { argoPhase } from './argoPhase';
import { argoSummary } from './argoSummary';

const MOST_RESOURCES = 50;
const MOST_EVENTS = 20;

/** What is known of an application besides its own status. */
export interface ArgoFacts {
  readonly environment: string;
  readonly consoleUrl: string;
  readonly revision?: Revision;
  readonly replicas?: Deployment['replicas'];
  readonly history: Deployment['history'];
  readonly now: number;
}

/** The commit or chart version that runs or is being rolled out. */
export function currentRevision(
  application: ArgoApplication,
): string | undefined {
  const { status } = application;
  const running = status?.operationState?.phase === 'Running';
  const revision =
    (running && status?.operationState?.syncResult?.revision) ||
    status?.sync?.revision ||
    status?.sync?.revisions?.[0];
  return revision || undefined;
}

function unsettledResources(status: ArgoStatus): DeploymentResource[] {
  return status.resources
    .filter(
      resource =>
        resource.status === 'OutOfSync' ||
        resource.requiresPruning ||
        (resource.health?.status ?? 'Healthy') !== 'Healthy',
    )
    .slice(0, MOST_RESOURCES)
    .map(resource => ({
      kind: resource.kind,
      name: resource.name,
      namespace: resource.namespace,
      status: resource.requiresPruning ? 'To be pruned' : resource.status,
      health: resource.health?.status,
      message: plainText(resource.health?.message),
    }));
}

function events(status: ArgoStatus): DeploymentEvent[] {
  const conditions = status.conditions.map(condition => ({
    time: condition.lastTransitionTime,
    message: plainText(`${condition.type}: ${condition.message}`, 500) ?? '',
  }));
  const operation = status.operationState;
  const last = operation && {
    time: operation.finishedAt ?? operation.startedAt,
    message:
      plainText(`Sync ${operation.phase}: ${operation.message ?? ''}`, 500) ??
      '',
  };
  return [...conditions, ...(last ? [last] : [])]
    .sort((a, b) => (b.time ?? '').localeCompare(a.time ?? ''))
    .slice(0, MOST_EVENTS);
}

/** An application in the words of the common model. */
export function toArgoDeployment(
  application: ArgoApplication,
  facts: ArgoFacts,
): Deployment {
  const { now, ...known } = facts;
  const { status, metadata } = application;
  const phase = argoPhase(status);
  const summary = argoSummary({
    application,
    phase,
    revision: facts.revision?.sha,
    replicas: facts.replicas,
    now,
  });
  return {
    ...known,
    platform: 'argocd',
    name: metadata.name,
    phase,
    summary,
    sync: status?.sync?.status,
    health: status?.health?.status,
    deployedAt: facts.history[0]?.deployedAt,
    images: status?.summary?.images ?? [],
    resources: status ? unsettledResources(status) : [],
    events: status ? events(status) : [],
  };
}
