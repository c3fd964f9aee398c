import { Link } from '@backstage/core-components';
import Alert from '@mui/material/Alert';
import { DeadLetterQueue } from '@slipway/plugin-queues-common';
import { DeadLettersLink } from '../DeadLettersLink';
import { formatNumber, SourceStateAlert } from '@slipway/platform-react';

/** What the dead-letter queue of a queue holds, and what that means. */
export function DlqPanel(props: { environment: string; dlq: DeadLetterQueue }) {
  const { environment, dlq } = props;
  const count = dlq.counts.data?.visible;
  if (count === undefined) {
    return <SourceStateAlert result={dlq.counts} />;
  }
  const link = <Link to={dlq.consoleUrl}>{dlq.name}</Link>;
  return count === 0 ? (
    <Alert severity="success" variant="outlined" sx={{ py: 0.25 }}>
      No dead letters in {link}. Messages go there after {dlq.maxReceiveCount}{' '}
      failed receives.
    </Alert>
  ) : (
    <Alert severity="error" variant="outlined" sx={{ py: 0.25 }}>
      <strong>
        {formatNumber(count)} {count === 1 ? 'message' : 'messages'} failed{' '}
        {dlq.maxReceiveCount} times
      </strong>{' '}
      and went to {link}. Find and fix the cause before they are sent again.{' '}
      <DeadLettersLink environment={environment} queue={dlq.name} />
    </Alert>
  );
}
