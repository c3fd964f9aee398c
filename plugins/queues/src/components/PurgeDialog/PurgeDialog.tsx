import { useId, useState } from 'react';
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { QueueLocator } from '../../api/QueuesApi';
import { usePurge } from '../../hooks/usePurge';
import { ActionErrorAlert } from '../ActionErrorAlert';
import { GuardedButton } from '../GuardedButton';
import { PurgeSteps } from './PurgeSteps';

/** @internal */
export interface PurgeDialogProps {
  readonly queue: QueueLocator;
  onPurged(): void;
  onClose(): void;
}

/** Deletes all messages of a dead-letter queue, once they are saved and the name of the queue is typed. */
export function PurgeDialog(props: PurgeDialogProps) {
  const { queue, onClose } = props;
  const id = useId();
  return (
    <Dialog open fullWidth maxWidth="sm" aria-labelledby={id} onClose={onClose}>
      <DialogTitle id={id}>Delete all messages of {queue.queue}</DialogTitle>
      <Content {...props} />
    </Dialog>
  );
}

function Content({ queue, onPurged, onClose }: PurgeDialogProps) {
  const [typed, setTyped] = useState('');
  const { snapshot, purge } = usePurge(queue);
  const missing =
    typed === queue.queue ? undefined : 'Type the name of the queue first';
  const busy = purge.isPending ? 'Deleting…' : undefined;
  const confirm = () =>
    purge.mutate({ confirm: typed }, { onSuccess: () => onPurged() });
  return (
    <>
      <DialogContent dividers sx={{ display: 'grid', gap: 2 }}>
        <Warning />
        <PurgeSteps
          queue={queue}
          snapshot={snapshot}
          typed={typed}
          onType={setTyped}
        />
        {purge.error && <ActionErrorAlert error={purge.error} />}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>Keep them</Button>
        <GuardedButton
          variant="contained"
          color="error"
          whyNot={
            busy ??
            (snapshot.isSuccess ? missing : 'Download the snapshot first')
          }
          onClick={confirm}
        >
          {busy ?? 'Delete all messages for good'}
        </GuardedButton>
      </DialogActions>
    </>
  );
}

function Warning() {
  return (
    <Alert severity="error" variant="outlined">
      <strong>This cannot be undone.</strong> Also messages that arrive while
      you read this are deleted. They can neither be looked at nor sent back any
      more.
    </Alert>
  );
}
