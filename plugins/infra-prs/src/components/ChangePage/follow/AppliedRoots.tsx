import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import {
  EnvironmentChip,
  formatDuration,
  StatusChip,
  StatusKind,
} from '@slipway/platform-react';
import { applyCountsText, ApplyRoot } from '@slipway/plugin-infra-prs-common';

const LOOKS: Readonly<
  Record<ApplyRoot['state'], readonly [StatusKind, string]>
> = {
  waiting: ['unknown', 'Waiting'],
  running: ['progress', 'Applying…'],
  succeeded: ['ok', 'Applied'],
  failed: ['error', 'Failed'],
};

function tookSeconds({ startedAt, finishedAt }: ApplyRoot): number | undefined {
  if (!startedAt || !finishedAt) return undefined;
  return (Date.parse(finishedAt) - Date.parse(startedAt)) / 1000;
}

const errorLook = {
  m: 0,
  p: 1,
  maxHeight: 240,
  overflow: 'auto',
  whiteSpace: 'pre-wrap',
  overflowWrap: 'anywhere',
  fontSize: '0.8rem',
  border: 1,
  borderColor: 'error.main',
  borderRadius: 1,
};

function RootRow({ root }: { root: ApplyRoot }) {
  const [status, label] = LOOKS[root.state];
  const seconds = tookSeconds(root);
  const counted = root.state === 'succeeded' || root.state === 'failed';
  return (
    <Box component="li" sx={{ display: 'grid', gap: 0.5 }}>
      <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap' }}>
        <StatusChip status={status} label={label} />
        <EnvironmentChip name={root.environment} />
        <Typography variant="body2" sx={{ overflowWrap: 'anywhere' }}>
          {root.path}
        </Typography>
        <Typography variant="body2" color="text.secondary">
          {counted && applyCountsText(root)}
          {seconds !== undefined && `, took ${formatDuration(seconds)}`}
        </Typography>
      </Box>
      {root.error && (
        <Box
          component="pre"
          tabIndex={0}
          aria-label={`Error of ${root.path}`}
          sx={errorLook}
        >
          {root.error}
        </Box>
      )}
    </Box>
  );
}

/** How the apply went, root by root. */
export function AppliedRoots({ roots }: { roots: readonly ApplyRoot[] }) {
  return (
    <Box
      component="ul"
      aria-label="Terraform roots"
      sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 1 }}
    >
      {roots.map(root => (
        <RootRow key={root.path} root={root} />
      ))}
    </Box>
  );
}
