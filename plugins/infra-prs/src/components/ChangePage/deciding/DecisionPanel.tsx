import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import { ChangeRequestDetail } from '@slipway/plugin-infra-prs-common';
import { MarkdownField } from '../conversation/MarkdownField';
import { DecisionButton } from './DecisionButton';
import { DecisionMenu } from './DecisionMenu';
import { MergeProgress } from './MergeProgress';
import { DecisionRights, useDecisionRights } from './useDecisionRights';
import { Decisions, useDecisions } from './useDecisions';

function CommentField({ comment, setComment }: Decisions) {
  return (
    <Box sx={{ maxWidth: 640 }}>
      <MarkdownField
        label="Comment"
        helperText="Goes with what you decide, under your name on GitHub."
        value={comment}
        onChange={setComment}
        most={4000}
      />
    </Box>
  );
}

function Outcome({ error, done }: Decisions) {
  if (error) return <Alert severity="error">{error.message}</Alert>;
  return done ? <Alert severity="success">{done}</Alert> : null;
}

function MainDecisions(props: {
  change: ChangeRequestDetail;
  decisions: Decisions;
  rights: DecisionRights;
}) {
  const { change, decisions, rights } = props;
  const { viewer, merging } = change;
  const queued = merging.way === 'queue';
  const whyNotApprove = rights.approve ?? viewer.whyNotApprove;
  const canApprove = viewer.canApprove && !whyNotApprove;
  const whyNotMerge = merging.queue
    ? 'It is in the merge queue'
    : 'Something above is missing';
  const canMerge = viewer.canMerge && !merging.queue && !rights.merge;
  return (
    <>
      <DecisionButton
        label="Approve"
        busyLabel="Approving…"
        busy={decisions.approving}
        reason={whyNotApprove}
        disabled={decisions.busy || !canApprove}
        primary={!canMerge}
        onClick={decisions.approve}
      />
      <DecisionButton
        label={queued ? 'Add to the merge queue' : 'Merge'}
        busyLabel={queued ? 'Adding…' : 'Merging…'}
        busy={decisions.merging}
        reason={canMerge ? undefined : rights.merge ?? whyNotMerge}
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
  const rights = useDecisionRights();
  return (
    <Box sx={{ display: 'grid', gap: 1.5, mt: 2 }}>
      <MergeProgress merging={change.merging} />
      <CommentField {...decisions} />
      {change.state === 'open' && (
        <MainDecisions {...{ change, decisions, rights }} />
      )}
      <DecisionMenu {...{ change, decisions, rights }} />
      <Outcome {...decisions} />
    </Box>
  );
}
