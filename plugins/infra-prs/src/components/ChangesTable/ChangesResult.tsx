import { ReactNode } from 'react';
import { ResponseErrorPanel } from '@backstage/core-components';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import { SourceStateAlert } from '@slipway/platform-react';
import { ChangeRequestList } from '@slipway/plugin-infra-prs-common';
import { SpokenUpdates } from './SpokenUpdates';

/** A list of changes with its loading, failed, out-of-date and cut-off states around what draws it. */
export function ChangesResult(props: {
  label: string;
  data?: ChangeRequestList;
  error?: Error;
  children(data: ChangeRequestList): ReactNode;
}) {
  const { label, data, error } = props;
  if (!data) {
    return error ? (
      <ResponseErrorPanel error={error} />
    ) : (
      <Box role="status" aria-label={`Loading ${label}`}>
        <Skeleton variant="rounded" height={360} />
      </Box>
    );
  }
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', gap: 2 }}>
      {error && (
        <Alert severity="warning" variant="outlined">
          The last refresh failed: {error.message}
        </Alert>
      )}
      <SourceStateAlert result={data.source} />
      <SpokenUpdates of={data} />
      {props.children(data)}
      {data.truncated && (
        <Typography variant="caption" color="text.secondary">
          Older changes are not listed; see the repository on GitHub.
        </Typography>
      )}
    </Box>
  );
}
