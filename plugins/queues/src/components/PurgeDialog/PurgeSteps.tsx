import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { RiDownloadLine } from '@remixicon/react';
import { QueueLocator } from '../../api/QueuesApi';
import { usePurge } from '../../hooks/usePurge';
import { ActionErrorAlert } from '../ActionErrorAlert';
import { TypedConfirmation } from '../TypedConfirmation';

type Snapshot = ReturnType<typeof usePurge>['snapshot'];

/** What has to be done before messages can be deleted, in order. */
export function PurgeSteps(props: {
  queue: QueueLocator;
  snapshot: Snapshot;
  typed: string;
  onType(typed: string): void;
}) {
  const { queue, snapshot, typed, onType } = props;
  return (
    <Box component="ol" sx={{ m: 0, pl: 2.5, display: 'grid', gap: 2 }}>
      <li>
        <SnapshotStep snapshot={snapshot} />
      </li>
      <li>
        <TypedConfirmation
          name={queue.queue}
          typed={typed}
          onChange={onType}
          disabled={!snapshot.isSuccess}
        />
      </li>
    </Box>
  );
}

function SnapshotStep({ snapshot }: { snapshot: Snapshot }) {
  const { data, isPending, error, mutate } = snapshot;
  return (
    <Box sx={{ display: 'grid', gap: 1, justifyItems: 'start' }}>
      <Typography variant="body2">
        Save what is there, with secrets masked.
      </Typography>
      <Button
        variant="outlined"
        disabled={isPending}
        startIcon={<RiDownloadLine size={18} aria-hidden />}
        onClick={() => mutate()}
      >
        {isPending ? 'Reading messages…' : 'Download a snapshot'}
      </Button>
      {data && (
        <Alert
          severity="success"
          variant="outlined"
          role="status"
          sx={{ overflowWrap: 'anywhere' }}
        >
          Saved {data.name}.
        </Alert>
      )}
      {error && <ActionErrorAlert error={error} />}
    </Box>
  );
}
