import { ReactNode } from 'react';
import { ResponseErrorPanel } from '@backstage/core-components';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import { SourceStateAlert } from '@slipway/platform-react';
import {
  ChangeRequest,
  ChangeRequestList,
} from '@slipway/plugin-infra-prs-common';
import { ChangesTable } from './ChangesTable';

/** A list of changes with its loading, empty, failed and out-of-date states. */
export function ChangesResult(props: {
  label: string;
  data?: ChangeRequestList;
  error?: Error;
  empty: ReactNode;
  select(item: ChangeRequest): boolean;
}) {
  const { data, error } = props;
  if (!data) {
    return error ? (
      <ResponseErrorPanel error={error} />
    ) : (
      <Box role="status" aria-label={`Loading ${props.label}`}>
        <Skeleton variant="rounded" height={180} />
      </Box>
    );
  }
  const items = data.items.filter(props.select);
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', gap: 2 }}>
      {error && (
        <Alert severity="warning" variant="outlined">
          The last refresh failed: {error.message}
        </Alert>
      )}
      <SourceStateAlert result={data.source} />
      {items.length > 0 ? (
        <ChangesTable label={props.label} items={items} />
      ) : (
        props.empty
      )}
      {data.truncated && (
        <Typography variant="caption" color="text.secondary">
          Older changes are not listed; see the repository on GitHub.
        </Typography>
      )}
    </Box>
  );
}
