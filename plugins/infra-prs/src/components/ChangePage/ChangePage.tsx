import { ErrorPage, ResponseErrorPanel } from '@backstage/core-components';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import { SourceStateAlert } from '@slipway/platform-react';
import { ChangeRequestDetail } from '@slipway/plugin-infra-prs-common';
import { useParams } from 'react-router-dom';
import { useChange } from '../../hooks/useChange';
import { SpokenUpdates } from '../ChangesTable/SpokenUpdates';
import { ChangeHeader } from './ChangeHeader';
import { ChangeTabs } from './ChangeTabs';

function ChangeDetail({ change }: { change: ChangeRequestDetail }) {
  const troubled = change.sources.find(source => source.state !== 'ok');
  return (
    <>
      <SpokenUpdates of={change} />
      <ChangeHeader change={change} />
      {troubled && <SourceStateAlert result={troubled} />}
      <ChangeTabs change={change} />
    </>
  );
}

/** One change, from who asked for it to what became of it. */
export function ChangePage() {
  const number = Number(useParams().number);
  const { data, error } = useChange(number);
  if (!Number.isSafeInteger(number) || number <= 0) {
    return <ErrorPage status="404" statusMessage="There is no such change" />;
  }
  if (!data && error) return <ResponseErrorPanel error={error} />;
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', gap: 2, pb: 4 }}>
      {error && (
        <Alert severity="warning" variant="outlined">
          The last refresh failed: {error.message}
        </Alert>
      )}
      {data ? (
        <ChangeDetail change={data} />
      ) : (
        <Box role="status" aria-label="Loading the change">
          <Skeleton variant="text" width="60%" height={48} />
          <Skeleton variant="rounded" height={160} />
        </Box>
      )}
    </Box>
  );
}
