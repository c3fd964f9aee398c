import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { parseEntityRef } from '@backstage/catalog-model';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import {
  EnvironmentChip,
  RelativeTime,
  StatusChip,
  StatusKind,
} from '@slipway/platform-react';
import { ChangeRollout } from '@slipway/plugin-infra-prs-common';

const LOOKS: Readonly<
  Record<ChangeRollout['state'], readonly [StatusKind, string]>
> = {
  waiting: ['progress', 'Waiting'],
  running: ['progress', 'Rolling out'],
  live: ['ok', 'Live'],
  failed: ['error', 'Failed'],
  superseded: ['unknown', 'Superseded'],
  skipped: ['unknown', 'Nothing to do'],
  unknown: ['warning', 'Not known'],
};
const PLATFORMS = { argocd: 'Argo CD', ecs: 'ECS' } as const;

function DeploymentsLink({ entityRef }: { entityRef: string }) {
  const entityRoute = useRouteRef(entityRouteRef);
  const ref = parseEntityRef(entityRef);
  const page = entityRoute(ref);
  return <Link to={`${page}/deployments`}>Deployments of {ref.name}</Link>;
}

function RolloutRow({ rollout }: { rollout: ChangeRollout }) {
  const { platform, name, entityRef, consoleUrl, at } = rollout;
  const [status, label] = LOOKS[rollout.state];
  return (
    <Box
      component="li"
      sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', alignItems: 'start' }}
    >
      <StatusChip status={status} label={label} />
      <EnvironmentChip name={rollout.environment} />
      <Box sx={{ flex: '1 1 320px', minWidth: 0 }}>
        <Typography variant="body2" sx={{ overflowWrap: 'anywhere' }}>
          {platform && `${PLATFORMS[platform]} ${name ?? ''}: `}
          {rollout.text}
          {at && (
            <>
              , <RelativeTime value={at} />
            </>
          )}
        </Typography>
        {rollout.fix && (
          <Typography variant="body2" color="text.secondary">
            {rollout.fix}
          </Typography>
        )}
        <Typography
          variant="body2"
          sx={{ display: 'flex', gap: 2, flexWrap: 'wrap' }}
        >
          {platform && entityRef && <DeploymentsLink entityRef={entityRef} />}
          {consoleUrl && platform && (
            <Link to={consoleUrl}>Open in {PLATFORMS[platform]}</Link>
          )}
        </Typography>
      </Box>
    </Box>
  );
}

/** Where the change runs, a row for each deployment of each environment. */
export function RolloutRows(props: { rollouts: readonly ChangeRollout[] }) {
  return (
    <Box
      component="ul"
      aria-label="Rollouts"
      sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 1 }}
    >
      {props.rollouts.map(rollout => (
        <RolloutRow
          key={[rollout.environment, rollout.platform, rollout.name].join('/')}
          rollout={rollout}
        />
      ))}
    </Box>
  );
}
