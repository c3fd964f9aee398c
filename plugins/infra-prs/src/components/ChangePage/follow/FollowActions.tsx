import { useState } from 'react';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import {
  ChangeFollow,
  ChangeRequestDetail,
  infraPrsRetryPermission,
  infraPrsRevertPermission,
} from '@slipway/plugin-infra-prs-common';
import { useRetry, useRevert } from '../../../hooks/useFollowActions';
import { useWhyDenied } from '../../../hooks/useWhyDenied';
import { RevertDialog } from './RevertDialog';

interface RetryProps {
  busy: boolean;
  pending: boolean;
  onClick(): void;
}

function RetryButton({ busy, pending, onClick }: RetryProps) {
  return (
    <Button variant="contained" disabled={busy} onClick={onClick}>
      {pending ? 'Asking…' : 'Retry apply'}
    </Button>
  );
}

function Outcome(props: { asked: boolean; error: Error | null }) {
  return (
    <>
      {props.asked && (
        <Alert severity="info">
          Asked for as you. The runner applies it again.
        </Alert>
      )}
      {props.error && <Alert severity="error">{props.error.message}</Alert>}
    </>
  );
}

/** What is possible, and the person may; nothing while that is not known. */
function useFollowRights({ viewer }: ChangeFollow) {
  const whyNotRetry = useWhyDenied(infraPrsRetryPermission);
  const whyNotRevert = useWhyDenied(infraPrsRevertPermission);
  return {
    canRetry: viewer.canRetry && !whyNotRetry,
    canRevert: viewer.canRevert && !whyNotRevert,
  };
}

/** Applying again and taking back: each only where it is possible. The server decides by its own rules again. */
export function FollowActions(props: {
  follow: ChangeFollow;
  change: ChangeRequestDetail;
}) {
  const { follow, change } = props;
  const [asks, setAsks] = useState(false);
  const ask = () => setAsks(true);
  const retry = useRetry(change.number);
  const revert = useRevert(change.number);
  const { canRetry, canRevert } = useFollowRights(follow);
  const busy = retry.isPending || revert.isPending;
  return (
    <Box sx={{ display: 'grid', gap: 1 }} aria-live="polite">
      <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap' }}>
        {canRetry && (
          <RetryButton
            busy={busy || retry.isSuccess}
            pending={retry.isPending}
            onClick={() => retry.mutate()}
          />
        )}
        {canRevert && (
          <Button variant="outlined" disabled={busy} onClick={ask}>
            {revert.isPending ? 'Opening the revert…' : 'Revert…'}
          </Button>
        )}
      </Box>
      <Outcome
        asked={retry.isSuccess && canRetry}
        error={retry.error ?? revert.error}
      />
      <RevertDialog
        change={change}
        open={asks}
        onClose={() => setAsks(false)}
        onConfirm={() => {
          setAsks(false);
          revert.mutate();
        }}
      />
    </Box>
  );
}
