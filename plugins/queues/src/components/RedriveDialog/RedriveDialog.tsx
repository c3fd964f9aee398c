import { useId } from 'react';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Skeleton from '@mui/material/Skeleton';
import { Redrive } from '@slipway/plugin-queues-common';
import { QueueLocator } from '../../api/QueuesApi';
import { useRedrivePreview } from '../../hooks/useRedrivePreview';
import { ActionErrorAlert } from '../ActionErrorAlert';
import { RedriveForm } from './RedriveForm';

/** @internal */
export interface RedriveDialogProps {
  readonly queue: QueueLocator;
  /** Only these messages; left out for all. */
  readonly messageIds?: readonly string[];
  onStarted(redrive: Redrive): void;
  onClose(): void;
}

/** Sends dead letters back to the queues that they came from, after a look at what that does. */
export function RedriveDialog(props: RedriveDialogProps) {
  const id = useId();
  return (
    <Dialog
      open
      fullWidth
      maxWidth="sm"
      aria-labelledby={id}
      onClose={props.onClose}
    >
      <DialogTitle id={id}>
        {props.messageIds
          ? 'Send the chosen messages back'
          : 'Send dead letters back'}
      </DialogTitle>
      <Content {...props} />
    </Dialog>
  );
}

function Content(props: RedriveDialogProps) {
  const { data, error } = useRedrivePreview(props.queue);
  if (data) return <RedriveForm {...props} preview={data} />;
  return (
    <>
      <DialogContent dividers>
        {error ? (
          <ActionErrorAlert error={error} />
        ) : (
          <div role="status" aria-label="Reading what a redrive would do">
            <Skeleton variant="rounded" height={240} />
          </div>
        )}
      </DialogContent>
      <DialogActions>
        <Button onClick={props.onClose}>Close</Button>
      </DialogActions>
    </>
  );
}
