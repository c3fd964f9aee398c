import { useId, useState } from 'react';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogContentText from '@mui/material/DialogContentText';
import DialogTitle from '@mui/material/DialogTitle';
import { Redrive } from '@slipway/plugin-queues-common';
import { QueueLocator } from '../../api/QueuesApi';
import { useCancelRedrive } from '../../hooks/useRedriveCommands';
import { movedWords } from '../../words/redriveWords';
import { ActionErrorAlert } from '../ActionErrorAlert';
import { GuardedButton } from '../GuardedButton';

/** Stops a redrive, after asking. */
export function CancelRedrive(props: {
  queue: QueueLocator;
  redrive: Redrive;
  whyNot: string | undefined;
}) {
  const { redrive, whyNot } = props;
  const [asking, setAsking] = useState(false);
  const stopping =
    redrive.status === 'cancelling' ? 'It is being cancelled' : undefined;
  return (
    <>
      <GuardedButton
        size="small"
        variant="outlined"
        whyNot={whyNot ?? stopping}
        onClick={() => setAsking(true)}
      >
        Cancel redrive
      </GuardedButton>
      {asking && <Ask {...props} onClose={() => setAsking(false)} />}
    </>
  );
}

function Ask(props: {
  queue: QueueLocator;
  redrive: Redrive;
  onClose(): void;
}) {
  const { queue, redrive, onClose } = props;
  const id = useId();
  const cancel = useCancelRedrive(queue);
  return (
    <Dialog open maxWidth="xs" aria-labelledby={id} onClose={onClose}>
      <DialogTitle id={id}>Cancel this redrive?</DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 2 }}>
        <DialogContentText>
          {movedWords(redrive)} moved: these stay where they are now. The others
          stay in {redrive.queue}.
        </DialogContentText>
        {cancel.error && <ActionErrorAlert error={cancel.error} />}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>Let it go on</Button>
        <Button
          color="error"
          disabled={cancel.isPending}
          onClick={() => cancel.mutate(redrive.id, { onSuccess: onClose })}
        >
          Cancel redrive
        </Button>
      </DialogActions>
    </Dialog>
  );
}
