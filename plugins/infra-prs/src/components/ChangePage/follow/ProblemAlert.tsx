import { Link } from '@backstage/core-components';
import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import Box from '@mui/material/Box';
import { RequestLife } from '@slipway/plugin-infra-prs-common';
import { STAGE_TITLES } from './stageWords';

/** At which stage it went wrong, the error, and what to do. */
export function ProblemAlert({ life }: { life: RequestLife }) {
  const { problem } = life;
  if (!problem) return null;
  return (
    <Alert severity="error" variant="outlined">
      <AlertTitle>It failed before “{STAGE_TITLES[problem.stage]}”</AlertTitle>
      <Box
        sx={{
          whiteSpace: 'pre-line',
          overflowWrap: 'anywhere',
          maxHeight: 160,
          overflow: 'auto',
        }}
      >
        {problem.message}
      </Box>
      <Box sx={{ mt: 1 }}>
        What to do: {problem.fix}.{' '}
        {problem.url && (
          <Link to={problem.url}>
            {problem.stage === 'live' ? 'Its deployment' : 'Its log'}
          </Link>
        )}
      </Box>
    </Alert>
  );
}
