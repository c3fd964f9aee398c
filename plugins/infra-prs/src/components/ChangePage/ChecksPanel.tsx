import { Link } from '@backstage/core-components';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { StatusChip, StatusKind } from '@slipway/platform-react';
import { ChangeCheck } from '@slipway/plugin-infra-prs-common';
import { CheckSummary } from './CheckSummary';
import { Panel } from './Panel';

function look(check: ChangeCheck): readonly [StatusKind, string] {
  if (check.status === 'queued') return ['progress', 'Queued'];
  if (check.status === 'in_progress') return ['progress', 'Running'];
  switch (check.conclusion) {
    case 'success':
      return ['ok', 'Passed'];
    case 'neutral':
    case 'skipped':
      return ['unknown', 'Skipped'];
    case 'failure':
      return ['error', 'Failed'];
    default:
      return ['error', (check.conclusion ?? 'failed').replace(/_/g, ' ')];
  }
}

function CheckRow({ check }: { check: ChangeCheck }) {
  const [status, label] = look(check);
  return (
    <Box component="li" sx={{ display: 'flex', gap: 1.5, alignItems: 'start' }}>
      <Box sx={{ minWidth: 92 }}>
        <StatusChip status={status} label={label} />
      </Box>
      <Box sx={{ minWidth: 0 }}>
        {check.url ? <Link to={check.url}>{check.name}</Link> : check.name}
        {check.summary && <CheckSummary text={check.summary} />}
      </Box>
    </Box>
  );
}

/** Check runs of the head commit. */
export function ChecksPanel({ checks }: { checks: readonly ChangeCheck[] }) {
  return (
    <Panel title="Checks">
      {checks.length === 0 && (
        <Typography variant="body2" color="text.secondary">
          No checks have reported on this commit.
        </Typography>
      )}
      <Box
        component="ul"
        aria-label="Checks"
        sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 1 }}
      >
        {checks.map(check => (
          <CheckRow key={check.name} check={check} />
        ))}
      </Box>
    </Panel>
  );
}
