import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import TextField from '@mui/material/TextField';
import { ChangeRequestDetail } from '@slipway/plugin-infra-prs-common';
import { DecisionButton } from './DecisionButton';
import { DecisionMenu } from './DecisionMenu';
import { MergeProgress } from './MergeProgress';
import { Decisions, useDecisions } from './useDecisions';

function CommentField({ comment, setComment }: Decisions) {
  return (
    <TextField
      label="Comment"
      helperText="Goes with what you decide, under your name on GitHub."
      value={comment}
      onChange={event => setComment(event.target.value)}
      size="small"
      multiline
      minRows={2}
      maxRows={8}
      inputProps={{ maxLength: 4000 }}
      sx={{ maxWidth: 640 }}
    />
  );
}

function Outcome({ error, done }: Decisions) {
  if (error) return <Alert severity="error">{error.message}</Alert>;
  return done ? <Alert severity="success">{done}</Alert> : null;
}

function MainDecisions(props: {
  change: ChangeRequestDetail;
  decisions: Decisions;
}) {
  const { change, decisions } = props;
  const { viewer, merging } = change;
  const queued = merging.way === 'queue';
  const whyNotMerge = merging.queue
    ? 'It is in the merge queue'
    : 'Something above is missing';
  const canMerge = viewer.canMerge && !merging.queue;
  return (
    <>
      <DecisionButton
        label="Approve"
        busyLabel="Approving…"
        busy={decisions.approving}
        reason={viewer.whyNotApprove}
        disabled={decisions.busy || !viewer.canApprove}
        primary={!canMerge}
        onClick={decisions.approve}
      />
      <DecisionButton
        label={queued ? 'Add to the merge queue' : 'Merge'}
        busyLabel={queued ? 'Adding…' : 'Merging…'}
        busy={decisions.merging}
        reason={canMerge ? undefined : whyNotMerge}
        disabled={decisions.busy || !canMerge}
        primary={canMerge}
        onClick={decisions.merge}
      />
    </>
  );
}

/**
 * What the person who looks can do with a change: the next step first, the rest in a menu. Each control says why it cannot
 * be used; the server decides by its own rules again.
 */
export function DecisionPanel({ change }: { change: ChangeRequestDetail }) {
  const decisions = useDecisions(change);
  return (
    <Box sx={{ display: 'grid', gap: 1.5, mt: 2 }}>
      <MergeProgress merging={change.merging} />
      <CommentField {...decisions} />
      {change.state === 'open' && (
        <MainDecisions change={change} decisions={decisions} />
      )}
      <DecisionMenu change={change} decisions={decisions} />
      <Outcome {...decisions} />
    </Box>
  );
}
