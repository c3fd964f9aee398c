import Alert from '@mui/material/Alert';
import { Redrive, RedriveStatus } from '@slipway/plugin-queues-common';
import { outcomeWords } from '../../words/redriveLooks';

function severityOf(status: RedriveStatus) {
  if (status === 'completed') return 'success';
  return status === 'failed' ? 'error' : 'warning';
}

/** How the redrive ended that ran while the page was open. */
export function RedriveOutcome(props: { redrive: Redrive; onDismiss(): void }) {
  const { redrive, onDismiss } = props;
  return (
    <Alert
      role="status"
      severity={severityOf(redrive.status)}
      variant="outlined"
      onClose={onDismiss}
      closeText="Dismiss"
    >
      {outcomeWords(redrive)}
      {redrive.failure && ` ${redrive.failure}`}
    </Alert>
  );
}
