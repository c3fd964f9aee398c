import { Link } from '@backstage/core-components';
import Alert from '@mui/material/Alert';
import { DeadLetterQueue } from '@slipway/plugin-queues-common';
import {
  formatDuration,
  formatNumber,
  SourceStateAlert,
  useNow,
} from '@slipway/platform-react';
import { expiryWords } from '../../words/expiryWords';
import { growthWords } from '../../words/growthWords';
import { DeadLettersLink } from '../DeadLettersLink';

/** What the dead-letter queue of a queue holds, how long for, and what that means. */
export function DlqPanel(props: { environment: string; dlq: DeadLetterQueue }) {
  const { environment, dlq } = props;
  const count = dlq.counts.data?.visible;
  if (count === undefined) {
    return <SourceStateAlert result={dlq.counts} />;
  }
  return (
    <Alert
      severity={count === 0 ? 'success' : 'error'}
      variant="outlined"
      sx={{ py: 0.25, alignItems: 'center' }}
      action={<DeadLettersLink environment={environment} queue={dlq.name} />}
    >
      {count === 0 ? <None dlq={dlq} /> : <Some dlq={dlq} count={count} />}{' '}
      <Facts dlq={dlq} />
    </Alert>
  );
}

function None({ dlq }: { dlq: DeadLetterQueue }) {
  return (
    <>
      No dead letters in <Link to={dlq.consoleUrl}>{dlq.name}</Link>. Messages
      go there after {dlq.maxReceiveCount} failed receives.
    </>
  );
}

function Some({ dlq, count }: { dlq: DeadLetterQueue; count: number }) {
  const now = useNow();
  const growth = growthWords(dlq.grownLastHour);
  return (
    <>
      <strong>
        {formatNumber(count)} {count === 1 ? 'message' : 'messages'} failed{' '}
        {dlq.maxReceiveCount} times
      </strong>{' '}
      and went to <Link to={dlq.consoleUrl}>{dlq.name}</Link>
      {growth && `, ${growth}`}
      {dlq.expiry && `; ${expiryWords(dlq.expiry, now)}`}. Find and fix the
      cause before they are sent again.
    </>
  );
}

function Facts({ dlq }: { dlq: DeadLetterQueue }) {
  const { retentionSeconds, sourceQueues } = dlq;
  return (
    <>
      {retentionSeconds !== undefined &&
        `Kept for ${formatDuration(retentionSeconds)}. `}
      {sourceQueues.length > 1 && `Comes from ${sourceQueues.join(', ')}.`}
    </>
  );
}
