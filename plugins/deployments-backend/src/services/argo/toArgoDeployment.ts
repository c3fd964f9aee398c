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

/** Newest deployment first. */
export function newestHistory(application: ArgoApplication) {
  return [...(application.status?.history ?? [])].sort((a, b) => b.id - a.id);
}

/** What Git says now: the commit or chart version that the cluster is compared with. */
export function comparedRevision(
  application: ArgoApplication,
): string | undefined {
  const { sync } = application.status ?? {};
  return sync?.revision || sync?.revisions?.[0] || undefined;
}

function rollingOut({ status }: ArgoApplication): string | undefined {
  const { phase, syncResult } = status?.operationState ?? {};
  return phase === 'Running' ? syncResult?.revision || undefined : undefined;
}

/**
 * What was deployed last or is on its way. Not what Git says now: in a repository of many services most commits are
 * about another one.
 */
export function deployedRevision(
  application: ArgoApplication,
): string | undefined {
  const [newest] = newestHistory(application);
  return (
    rollingOut(application) ||
    newest?.revision ||
    newest?.revisions?.[0] ||
    comparedRevision(application)
  );
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
    revision: rollingOut(application) ?? comparedRevision(application),
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
    comparedRevision: comparedRevision(application),
    deployedAt: facts.history[0]?.deployedAt,
    images: status?.summary?.images ?? [],
    resources: status ? unsettledResources(status) : [],
    events: status ? events(status) : [],
  };
}
