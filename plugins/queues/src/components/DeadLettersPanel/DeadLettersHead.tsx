import { ReactNode } from 'react';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Paper from '@mui/material/Paper';
import Skeleton from '@mui/material/Skeleton';
import { QueueLocator } from '../../api/QueuesApi';
import { DeadLetters } from '../../deadLettersOf';
import { useQueues } from '../../hooks/useQueues';
import { ActionErrorAlert } from '../ActionErrorAlert';
import { DeadLettersSummary } from './DeadLettersSummary';

/** The numbers of the queue, or why there are none, and what can be done with it. */
export function DeadLettersHead(props: {
  queue: QueueLocator;
  queues: ReturnType<typeof useQueues>;
  letters: DeadLetters | undefined;
  /** Buttons. */
  children: ReactNode;
}) {
  const { queue, queues, letters, children } = props;
  const { data, isPending, error } = queues;
  return (
    <Paper
      variant="outlined"
      sx={{ p: 2, display: 'flex', flexWrap: 'wrap', gap: 2 }}
    >
      <Box sx={{ flex: 1, minWidth: 280, display: 'grid', gap: 1 }}>
        {isPending && (
          <div role="status" aria-label="Loading the queue">
            <Skeleton variant="rounded" height={72} />
          </div>
        )}
        {letters && <DeadLettersSummary letters={letters} />}
        {data && !letters && (
          <Alert severity="warning" variant="outlined">
            No queue of this service that can be read sends its dead letters to{' '}
            {queue.queue} in {queue.environment}.
          </Alert>
        )}
        {error && <ActionErrorAlert error={error} />}
      </Box>
      {children}
    </Paper>
  );
}
