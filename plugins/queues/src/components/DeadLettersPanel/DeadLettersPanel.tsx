import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import { QueueLocator } from '../../api/QueuesApi';
import { allMessages, DeadLetters, deadLettersOf } from '../../deadLettersOf';
import { useQueueActions, WhyNot } from '../../hooks/useQueueActions';
import { useQueues } from '../../hooks/useQueues';
import { Triage, useTriage } from '../../hooks/useTriage';
import { DeadLettersSample } from '../DeadLettersSample';
import { RedriveHistory } from '../RedriveHistory';
import { RedriveOutcome, RedriveProgress } from '../RedriveProgress';
import { DeadLettersActions } from './DeadLettersActions';
import { DeadLettersHead } from './DeadLettersHead';

const NO_IDS: readonly string[] = [];

function countOf(letters: DeadLetters | undefined): number | undefined {
  return letters?.counts.data && allMessages(letters.counts.data);
}

function whyNotRedrive(triage: Triage, count: number | undefined) {
  if (triage.running) return 'A redrive of this queue is running';
  return count === 0 ? 'There is nothing to send back' : undefined;
}

/** Messages of a dead-letter queue: look, find the causes, send back, and follow that. */
export function DeadLettersPanel({ locator }: { locator: QueueLocator }) {
  const queues = useQueues();
  const letters = queues.data && deadLettersOf(queues.data, locator);
  const triage = useTriage(locator, letters?.ids ?? NO_IDS);
  const permitted = useQueueActions(locator);
  const count = countOf(letters);
  const whyNot: WhyNot = {
    ...permitted,
    redrive: permitted.redrive ?? whyNotRedrive(triage, count),
  };
  return (
    <Box sx={{ display: 'grid', gap: 2, minWidth: 0 }}>
      <DeadLettersHead queue={locator} queues={queues} letters={letters}>
        <DeadLettersActions
          queue={locator}
          whyNot={whyNot}
          onStarted={triage.started}
          onPurged={triage.purged}
        />
      </DeadLettersHead>
      <Happenings queue={locator} triage={triage} whyNot={permitted.cancel} />
      <DeadLettersSample
        queue={locator}
        triage={triage}
        whyNot={whyNot}
        isEmpty={count === 0}
      />
      <RedriveHistory
        redrives={triage.redrives.data?.redrives}
        error={triage.redrives.error ?? undefined}
      />
    </Box>
  );
}

/** What goes on with the queue, or just ended. */
function Happenings(props: {
  queue: QueueLocator;
  triage: Triage;
  whyNot: string | undefined;
}) {
  const { queue, triage, whyNot } = props;
  const { running, outcome, dismiss, isPurged } = triage;
  return (
    <>
      {running && (
        <RedriveProgress queue={queue} redrive={running} whyNot={whyNot} />
      )}
      {outcome && <RedriveOutcome redrive={outcome} onDismiss={dismiss} />}
      {isPurged && (
        <Alert severity="success" variant="outlined" role="status">
          {queue.queue} is being emptied: SQS takes up to a minute for that.
        </Alert>
      )}
    </>
  );
}
