import { useState } from 'react';
import Button from '@mui/material/Button';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import { Redrive, RedrivePreview } from '@slipway/plugin-queues-common';
import { QueueLocator } from '../../api/QueuesApi';
import { useStartRedrive } from '../../hooks/useRedriveCommands';
import { messagesWords } from '../../words/redriveWords';
import { ActionErrorAlert } from '../ActionErrorAlert';
import { GuardedButton } from '../GuardedButton';
import { TypedConfirmation } from '../TypedConfirmation';
import { RedriveConcerns } from './RedriveConcerns';
import { RedriveFacts } from './RedriveFacts';
import { RunningNotice } from './RunningNotice';
import { VelocityField } from './VelocityField';

/** @internal */
export interface RedriveFormProps {
  readonly queue: QueueLocator;
  readonly preview: RedrivePreview;
  /** Only these messages; left out for all. */
  readonly messageIds?: readonly string[];
  onStarted(redrive: Redrive): void;
  onClose(): void;
}

function whyNot(
  preview: RedrivePreview,
  count: number,
  typed: string,
): string | undefined {
  if (preview.running) return 'A redrive of this queue is running';
  if (preview.blockers.length > 0) return preview.blockers[0];
  if (count === 0) return 'There is nothing to send back';
  return typed === preview.queue
    ? undefined
    : 'Type the name of the queue first';
}

function useForm({ queue, preview, messageIds, onStarted }: RedriveFormProps) {
  const [typed, setTyped] = useState('');
  const [velocity, setVelocity] = useState(preview.defaultVelocity);
  const start = useStartRedrive(queue);
  const what = messageIds ? { messageIds: [...messageIds] } : { velocity };
  const submit = () =>
    start.mutate(
      { confirm: typed, ...what },
      { onSuccess: redrive => onStarted(redrive) },
    );
  return { typed, setTyped, velocity, setVelocity, start, submit };
}

/** What a redrive would do, the pace, the confirmation and the start. */
export function RedriveForm(props: RedriveFormProps) {
  const { preview, messageIds, onClose } = props;
  const { typed, setTyped, velocity, setVelocity, start, submit } =
    useForm(props);
  const count = messageIds?.length ?? preview.count;
  const busy = start.isPending ? 'Starting…' : undefined;
  return (
    <>
      <DialogContent dividers sx={{ display: 'grid', gap: 2 }}>
        <RedriveFacts preview={preview} chosen={messageIds?.length} />
        {preview.running && <RunningNotice running={preview.running} />}
        <RedriveConcerns preview={preview} selected={!!messageIds} />
        {!messageIds && (
          <VelocityField
            count={count}
            value={velocity}
            max={preview.maxVelocity}
            onChange={setVelocity}
          />
        )}
        <TypedConfirmation
          name={preview.queue}
          typed={typed}
          onChange={setTyped}
        />
        {start.error && <ActionErrorAlert error={start.error} />}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>Close</Button>
        <GuardedButton
          variant="contained"
          whyNot={busy ?? whyNot(preview, count, typed)}
          onClick={submit}
        >
          {busy ?? `Send ${messagesWords(count)} back`}
        </GuardedButton>
      </DialogActions>
    </>
  );
}
