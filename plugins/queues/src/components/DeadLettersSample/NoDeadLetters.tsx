import Alert from '@mui/material/Alert';
import { useDeadLettersView } from '../../hooks/useDeadLettersView';
import Button from '@mui/material/Button';

/** The good news. */
export function NoDeadLetters({ queue }: { queue: string }) {
  const { close } = useDeadLettersView();
  return (
    <Alert
      severity="success"
      variant="outlined"
      action={
        <Button size="small" color="inherit" onClick={close}>
          Back to the queues
        </Button>
      }
    >
      No dead letters in {queue}: every message was handled, or sent back.
    </Alert>
  );
}
