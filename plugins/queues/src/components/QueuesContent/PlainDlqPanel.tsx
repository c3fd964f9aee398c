import Alert from '@mui/material/Alert';
import { QueueState } from '@slipway/plugin-queues-common';
import { DeadLettersLink } from '../DeadLettersLink';

/** Of a dead-letter queue that is shown by itself: where its messages come from. */
export function PlainDlqPanel({ queue }: { queue: QueueState }) {
  const { sourceQueues, visible, environment, name } = queue;
  return (
    <Alert
      severity={visible > 0 ? 'error' : 'info'}
      variant="outlined"
      sx={{ py: 0.25, alignItems: 'center' }}
      action={<DeadLettersLink environment={environment} queue={name} />}
    >
      {sourceQueues.length > 0
        ? `Takes what could not be handled from ${sourceQueues.join(', ')}.`
        : 'No queue that can be read here sends its dead letters here.'}
    </Alert>
  );
}
