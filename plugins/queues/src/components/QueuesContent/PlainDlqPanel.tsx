import Alert from '@mui/material/Alert';
import { formatNumber } from '@slipway/platform-react';
import { QueueState } from '@slipway/plugin-queues-common';
import { DeadLettersLink } from '../DeadLettersLink';

/** Of a dead-letter queue that is shown by itself: what its messages are, and where they come from. */
export function PlainDlqPanel({ queue }: { queue: QueueState }) {
  const { visible, environment, name } = queue;
  return (
    <Alert
      severity={visible > 0 ? 'error' : 'info'}
      variant="outlined"
      sx={{ py: 0.25, alignItems: 'center' }}
      action={<DeadLettersLink environment={environment} queue={name} />}
    >
      {words(queue)}
    </Alert>
  );
}

function words({ sourceQueues, visible }: QueueState): string {
  if (sourceQueues.length === 0) {
    return 'No queue that can be read here sends its dead letters here.';
  }
  const sources = sourceQueues.join(', ');
  if (visible === 0) {
    return `Takes what could not be handled from ${sources}.`;
  }
  const count = `${formatNumber(visible)} ${
    visible === 1 ? 'message' : 'messages'
  }`;
  return `${count} of ${sources} could not be handled. Find and fix the cause before they are sent again.`;
}
