import { StatusChip, StatusKind } from '@slipway/platform-react';
import {
  Deployment,
  DeploymentPhase,
} from '@slipway/plugin-deployments-common';

const looks: Readonly<
  Record<
    DeploymentPhase,
    { readonly status: StatusKind; readonly label: string }
  >
> = {
  healthy: { status: 'ok', label: 'Healthy' },
  progressing: { status: 'progress', label: 'Rolling out' },
  degraded: { status: 'error', label: 'Degraded' },
  'out-of-sync': { status: 'warning', label: 'Out of sync' },
  failed: { status: 'error', label: 'Failed' },
  suspended: { status: 'unknown', label: 'Suspended' },
  missing: { status: 'unknown', label: 'Not deployed' },
  unknown: { status: 'unknown', label: 'Unknown' },
};

/** Where a deployment stands, in words. */
export function PhaseChip(props: {
  deployment: Pick<Deployment, 'phase' | 'sync' | 'health'>;
}) {
  const { phase, sync, health } = props.deployment;
  const details = [sync, health].filter(Boolean).join(' / ');
  return <StatusChip {...looks[phase]} title={details || undefined} />;
}
