import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { SourceResult } from '@slipway/platform-common';
import {
  EnvironmentChip,
  RelativeTime,
  SourceStateAlert,
  StaleBadge,
} from '@slipway/platform-react';
import { Deployment } from '@slipway/plugin-deployments-common';
import { PhaseChip } from '../PhaseChip';
import { RevisionLink } from '../RevisionLink';

/** One environment in a line or two: state, revision, when. */
export function DeploymentRow(props: { result: SourceResult<Deployment> }) {
  const { result } = props;
  const { data: deployment, source } = result;
  return (
    <Box
      component="li"
      sx={{
        py: 1.25,
        '& + li': { borderTop: '1px solid', borderColor: 'divider' },
      }}
    >
      <Box
        sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}
      >
        {source.environment && <EnvironmentChip name={source.environment} />}
        {deployment && <PhaseChip deployment={deployment} />}
        <StaleBadge result={result} />
        {deployment?.revision && (
          <RevisionLink revision={deployment.revision} />
        )}
        {deployment?.deployedAt && (
          <Typography
            variant="caption"
            color="text.secondary"
            sx={{ ml: 'auto' }}
          >
            <RelativeTime value={deployment.deployedAt} />
          </Typography>
        )}
      </Box>
      {deployment && (
        <Typography variant="body2" color="text.secondary" sx={{ mt: 0.5 }}>
          {deployment.summary}
        </Typography>
      )}
      {!deployment && <SourceStateAlert result={result} />}
    </Box>
  );
}
