import { useState } from 'react';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { ChangeRequestDetail } from '@slipway/plugin-infra-prs-common';
import { DecisionDialog } from './DecisionDialog';
import { useDraft } from '../conversation/useDraft';
import { Decisions } from './useDecisions';

/** Asks why before a change is closed, or withdrawn by who asked for it. */
export function CloseDialog(props: {
  change: ChangeRequestDetail;
  decisions: Decisions;
  onClose(): void;
}) {
  const { change, decisions, onClose } = props;
  const [draft, setReason] = useDraft(`${change.number}.close`);
  const [began, setBegan] = useState(false);
  const reason = began || draft ? draft : decisions.text.slice(0, 1000);
  const own = change.viewer.isRequester;
  const text = reason.trim();
  const close = () =>
    decisions.decide({ verb: 'close', command: { reason: text } }, () => {
      setReason('');
      onClose();
    });
  return (
    <DecisionDialog
      title={`${own ? 'Withdraw' : 'Close'} #${change.number}`}
      confirmLabel={own ? 'Withdraw it' : 'Close it'}
      whyNot={text ? undefined : 'Say why first'}
      busy={decisions.busy}
      error={decisions.error}
      onConfirm={close}
      onClose={onClose}
    >
      <Typography variant="body2">
        Nothing is merged. Its branch stays, so it can be opened again.
      </Typography>
      <TextField
        label="Reason"
        helperText="Kept with the change, and written on GitHub under your name."
        value={reason}
        onChange={event => {
          setBegan(true);
          setReason(event.target.value);
        }}
        required
        multiline
        minRows={2}
        inputProps={{ maxLength: 1000 }}
      />
    </DecisionDialog>
  );
}
