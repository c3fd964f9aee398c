import { useRef, useState } from 'react';
import Box from '@mui/material/Box';
import { PeekResponse } from '@slipway/plugin-queues-common';
import { QueueLocator } from '../../api/QueuesApi';
import { useOpenMessage } from '../../hooks/useOpenMessage';
import { WhyNot } from '../../hooks/useQueueActions';
import { Triage } from '../../hooks/useTriage';
import { ActionErrorAlert } from '../ActionErrorAlert';
import { RedriveDialog } from '../RedriveDialog';
import { LookPrompt } from './LookPrompt';
import { NoDeadLetters } from './NoDeadLetters';
import { SampleHeader } from './SampleHeader';
import { SampleView } from './SampleView';

/** @internal */
export interface DeadLettersSampleProps {
  readonly queue: QueueLocator;
  readonly triage: Triage;
  readonly whyNot: WhyNot;
  /** The queue is known to hold nothing. */
  readonly isEmpty: boolean;
}

/** The messages that were looked at, or the way to look; good news where there are none. */
export function DeadLettersSample(props: DeadLettersSampleProps) {
  const { queue, whyNot, isEmpty } = props;
  const { sample, look, isLooking, error } = props.triage.sample;
  const { message } = useOpenMessage();
  const hasLooked = useRef(false);
  if (sample) {
    return <Looked {...props} sample={sample} takesFocus={hasLooked.current} />;
  }
  if (isEmpty) return <NoDeadLetters queue={queue.queue} />;
  return (
    <LookPrompt
      whyNot={whyNot.peek}
      isLooking={isLooking}
      error={error ?? undefined}
      wanted={message}
      onLook={limit => {
        hasLooked.current = true;
        look({ limit });
      }}
    />
  );
}

interface LookedProps extends DeadLettersSampleProps {
  readonly sample: PeekResponse;
  readonly takesFocus: boolean;
}

function Looked(props: LookedProps) {
  const { triage, whyNot, sample, takesFocus } = props;
  const { look, isLooking, error } = triage.sample;
  const [isSending, setSending] = useState(false);
  return (
    <Box sx={{ display: 'grid', gap: 2, minWidth: 0 }}>
      <SampleHeader
        sample={sample}
        takesFocus={takesFocus}
        whyNot={isLooking ? 'Reading…' : whyNot.peek}
        onLook={(limit, more) => look({ limit, more })}
      />
      {error && <ActionErrorAlert error={error} />}
      <SampleView
        sample={sample}
        selection={triage.selection}
        whyNot={whyNot.redrive}
        onRedrive={() => setSending(true)}
      />
      {isSending && <SendChosen {...props} onClose={() => setSending(false)} />}
    </Box>
  );
}

function SendChosen(props: DeadLettersSampleProps & { onClose(): void }) {
  const { queue, triage, onClose } = props;
  const chosen = [...triage.selection.chosen];
  return (
    <RedriveDialog
      queue={queue}
      messageIds={chosen}
      onClose={onClose}
      onStarted={redrive => {
        onClose();
        triage.started(redrive, chosen);
      }}
    />
  );
}
