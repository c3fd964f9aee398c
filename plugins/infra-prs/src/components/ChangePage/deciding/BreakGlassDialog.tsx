import { useState } from 'react';
import Alert from '@mui/material/Alert';
import TextField from '@mui/material/TextField';
import {
  BREAK_GLASS_REASON_LENGTH,
  ChangeRequestDetail,
} from '@slipway/plugin-infra-prs-common';
import { DecisionDialog } from './DecisionDialog';
import { useDraft } from '../conversation/useDraft';
import { Decisions } from './useDecisions';

function whyNot(reason: string, typed: string, number: number) {
  if (reason.length < BREAK_GLASS_REASON_LENGTH) {
    return `Say why, in ${BREAK_GLASS_REASON_LENGTH} characters at least`;
  }
  return typed === String(number)
    ? undefined
    : `Type the number of the change, ${number}`;
}

function Warning({ overrides }: { overrides: readonly string[] }) {
  return (
    <Alert severity="error" variant="outlined">
      <strong>It is merged although this is missing:</strong>
      <ul style={{ margin: 0, paddingLeft: 20 }}>
        {overrides.map(text => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      GitHub's own protection still holds. The audit log says that it was you
      and why, and the approvers are told.
    </Alert>
  );
}

function Fields(props: {
  reason: string;
  typed: string;
  setReason(text: string): void;
  setTyped(text: string): void;
}) {
  return (
    <>
      <TextField
        label="Why it cannot wait"
        value={props.reason}
        onChange={event => props.setReason(event.target.value)}
        required
        multiline
        minRows={2}
        inputProps={{ maxLength: 1000 }}
      />
      <TextField
        label="Number of the change"
        value={props.typed}
        onChange={event => props.setTyped(event.target.value)}
        required
        autoComplete="off"
        size="small"
      />
    </>
  );
}

/** Merges in an emergency: with a reason, and the number of the change typed by hand. */
export function BreakGlassDialog(props: {
  change: ChangeRequestDetail;
  decisions: Decisions;
  onClose(): void;
}) {
  const { change, decisions, onClose } = props;
  const { number, headSha, planDigest = '', viewer } = change;
  const [reason, setReason] = useDraft(`${number}.break-glass`);
  const [typed, setTyped] = useState('');
  const text = reason.trim();
  const confirm = typed.trim().replace(/^#/, '');
  const merge = () => {
    const command = { headSha, planDigest, reason: text, confirm };
    decisions.decide({ verb: 'break-glass', command }, () => {
      setReason('');
      onClose();
    });
  };
  return (
    <DecisionDialog
      title={`Merge #${number} past the rules`}
      confirmLabel="Break the glass and merge"
      whyNot={whyNot(text, confirm, number)}
      busy={decisions.busy}
      error={decisions.error}
      onConfirm={merge}
      onClose={onClose}
    >
      <Warning overrides={viewer.breakGlass?.overrides ?? []} />
      <Fields {...{ reason, typed, setReason, setTyped }} />
    </DecisionDialog>
  );
}
