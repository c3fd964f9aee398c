import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import {
  ChangeRequestDetail,
  DetailedCheck,
} from '@slipway/plugin-infra-prs-common';
import { useChecks } from '../../../hooks/useChecks';
import { Panel } from '../Panel';
import { CheckRow } from './CheckRow';
import { checkLook } from './checkLook';

const ORDER = ['error', 'progress', 'ok', 'unknown', 'warning'];

/** What went wrong first. */
function sorted(checks: readonly DetailedCheck[]): DetailedCheck[] {
  const rank = (check: DetailedCheck) => ORDER.indexOf(checkLook(check)[0]);
  return [...checks].sort((a, b) => rank(a) - rank(b));
}

/** Checks and statuses of the head commit; the page's own, shorter words stand in while they are read. */
export function ChecksPanel({ change }: { change: ChangeRequestDetail }) {
  const { number, headSha, checkRuns } = change;
  const { data, error } = useChecks(number, headSha);
  const checks =
    data?.checks ?? checkRuns.map(check => ({ ...check, annotations: [] }));
  return (
    <Panel title="Checks">
      {error && (
        <Alert severity="warning" variant="outlined" sx={{ mb: 1.5 }}>
          Not all that the checks say could be read: {error.message}
        </Alert>
      )}
      {checks.length === 0 && (
        <Typography variant="body2" color="text.secondary">
          No checks have reported on this commit.
        </Typography>
      )}
      <Box
        component="ul"
        aria-label="Checks"
        sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 1.5 }}
      >
        {sorted(checks).map(check => (
          <CheckRow
            key={`${check.app} ${check.name}`}
            number={number}
            check={check}
          />
        ))}
      </Box>
    </Panel>
  );
}
