import { DeploymentPhase } from '@slipway/plugin-deployments-common';
import { ArgoStatus } from '../../clients/argoApplicationSchema';

const byHealth: Readonly<Record<string, DeploymentPhase>> = {
  Degraded: 'degraded',
  Missing: 'missing',
  Progressing: 'progressing',
  Suspended: 'suspended',
};

/** Whether the last sync failed and nothing has succeeded since. */
export function lastSyncFailed(status: ArgoStatus): boolean {
  const phase = status.operationState?.phase;
  return phase === 'Failed' || phase === 'Error';
}

/**
 * One phase from Argo CD's three states. A running operation comes first, then what is broken for users, then what is
 * merely not as Git says.
 *
 * @remarks States: https://argo-cd.readthedocs.io/en/stable/operator-manual/health/
 */
export function argoPhase(status: ArgoStatus | undefined): DeploymentPhase {
  if (!status) return 'unknown';
  const operation = status.operationState?.phase;
  if (operation === 'Running' || operation === 'Terminating') {
    return 'progressing';
  }
  if (status.conditions.some(({ type }) => type.endsWith('Error'))) {
    return 'failed';
  }
  const synced = status.sync?.status === 'Synced';
  if (lastSyncFailed(status) && !synced) return 'failed';
  const unwell = byHealth[status.health?.status ?? ''];
  if (unwell) return unwell;
  if (status.sync?.status === 'OutOfSync') return 'out-of-sync';
  return synced && status.health?.status === 'Healthy' ? 'healthy' : 'unknown';
}
