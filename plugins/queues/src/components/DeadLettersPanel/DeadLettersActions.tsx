import { useState } from 'react';
import Box from '@mui/material/Box';
import {
  RiArrowGoBackLine,
  RiDeleteBinLine,
  RiDownloadLine,
} from '@remixicon/react';
import { Redrive } from '@slipway/plugin-queues-common';
import { QueueLocator } from '../../api/QueuesApi';
import { WhyNot } from '../../hooks/useQueueActions';
import { ExportDialog } from '../DeadLettersExport';
import { GuardedButton } from '../GuardedButton';
import { PurgeDialog } from '../PurgeDialog';
import { RedriveDialog } from '../RedriveDialog';

type Action = 'redrive' | 'export' | 'purge';

/** @internal */
export interface DeadLettersActionsProps {
  readonly queue: QueueLocator;
  readonly whyNot: WhyNot;
  onStarted(redrive: Redrive): void;
  onPurged(): void;
}

/** What can be done with all messages of a dead-letter queue. */
export function DeadLettersActions(props: DeadLettersActionsProps) {
  const [action, setAction] = useState<Action>();
  return (
    <Box
      sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'start' }}
    >
      <Buttons whyNot={props.whyNot} onChoose={setAction} />
      <ActionDialog
        {...props}
        action={action}
        onClose={() => setAction(undefined)}
      />
    </Box>
  );
}

function Buttons(props: { whyNot: WhyNot; onChoose(action: Action): void }) {
  const { whyNot, onChoose } = props;
  return (
    <>
      <GuardedButton
        variant="contained"
        icon={<RiArrowGoBackLine size={18} aria-hidden />}
        whyNot={whyNot.redrive}
        onClick={() => onChoose('redrive')}
      >
        Send all back…
      </GuardedButton>
      <GuardedButton
        variant="outlined"
        icon={<RiDownloadLine size={18} aria-hidden />}
        whyNot={whyNot.export}
        onClick={() => onChoose('export')}
      >
        Export…
      </GuardedButton>
      {whyNot.purge === undefined && (
        <GuardedButton
          variant="outlined"
          color="error"
          icon={<RiDeleteBinLine size={18} aria-hidden />}
          whyNot={undefined}
          onClick={() => onChoose('purge')}
        >
          Purge…
        </GuardedButton>
      )}
    </>
  );
}

function ActionDialog(
  props: DeadLettersActionsProps & {
    readonly action: Action | undefined;
    onClose(): void;
  },
) {
  const { queue, action, onClose, onStarted, onPurged } = props;
  switch (action) {
    case 'redrive':
      return (
        <RedriveDialog
          queue={queue}
          onClose={onClose}
          onStarted={redrive => {
            onClose();
            onStarted(redrive);
          }}
        />
      );
    case 'export':
      return <ExportDialog queue={queue} onClose={onClose} />;
    case 'purge':
      return (
        <PurgeDialog
          queue={queue}
          onClose={onClose}
          onPurged={() => {
            onClose();
            onPurged();
          }}
        />
      );
    default:
      return null;
  }
}
