import { useState } from 'react';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { ChangeRequestDetail } from '@slipway/plugin-infra-prs-common';
import { useApprove, useMerge } from '../../hooks/useDecision';

function DecisionButton(props: {
  label: string;
  busyLabel: string;
  busy: boolean;
  reason: string | undefined;
  disabled: boolean;
  variant: 'contained' | 'outlined';
  onClick(): void;
}) {
  const reasonId = `why-not-${props.label.toLowerCase()}`;
  return (
    <Box sx={{ display: 'flex', gap: 1.5, alignItems: 'center' }}>
      <Button
        variant={props.variant}
        disabled={props.disabled}
        aria-describedby={props.reason ? reasonId : undefined}
        onClick={props.onClick}
        sx={{ minWidth: 120 }}
      >
        {props.busy ? props.busyLabel : props.label}
      </Button>
      {props.reason && (
        <Typography id={reasonId} variant="body2" color="text.secondary">
          {props.reason}
        </Typography>
      )}
    </Box>
  );
}

function CommentField(props: { value: string; onChange(value: string): void }) {
  return (
    <TextField
      label="Comment (optional)"
      value={props.value}
      onChange={event => props.onChange(event.target.value)}
      size="small"
      multiline
      maxRows={6}
      inputProps={{ maxLength: 4000 }}
      sx={{ maxWidth: 640 }}
    />
  );
}

function Outcome(props: { error: Error | undefined; approved: boolean }) {
  if (props.error) return <Alert severity="error">{props.error.message}</Alert>;
  return props.approved ? (
    <Alert severity="success">Approved as you, on GitHub.</Alert>
  ) : null;
}

/** Approve and Merge; each says why it cannot be pressed. The server decides by its own rules again. */
export function Decisions({ change }: { change: ChangeRequestDetail }) {
  const [comment, setComment] = useState('');
  const approve = useApprove(change);
  const merge = useMerge(change);
  const { viewer } = change;
  const busy = approve.isPending || merge.isPending;
  const submitApproval = () => {
    merge.reset();
    const input = comment.trim() ? { comment: comment.trim() } : {};
    approve.mutate(input, { onSuccess: () => setComment('') });
  };
  const submitMerge = () => {
    approve.reset();
    merge.mutate();
  };
  return (
    <Box sx={{ display: 'grid', gap: 1.5, mt: 2 }}>
      {viewer.canApprove && (
        <CommentField value={comment} onChange={setComment} />
      )}
      <DecisionButton
        label="Approve"
        busyLabel="Approving…"
        busy={approve.isPending}
        reason={viewer.whyNotApprove}
        disabled={busy || !viewer.canApprove}
        variant={viewer.canMerge ? 'outlined' : 'contained'}
        onClick={submitApproval}
      />
      <DecisionButton
        label="Merge"
        busyLabel="Merging…"
        busy={merge.isPending}
        reason={viewer.canMerge ? undefined : 'Something above is missing'}
        disabled={busy || !viewer.canMerge}
        variant={viewer.canMerge ? 'contained' : 'outlined'}
        onClick={submitMerge}
      />
      <Outcome
        error={approve.error ?? merge.error ?? undefined}
        approved={approve.isSuccess}
      />
    </Box>
  );
}
