import { EntityRefLink } from '@backstage/plugin-catalog-react';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { RelativeTime, StatusChip } from '@slipway/platform-react';
import { ApprovalNeed, ChangeApproval } from '@slipway/plugin-infra-prs-common';
import { ApprovalNeeds } from './ApprovalNeeds';
import { Panel } from './Panel';

const LABELS = {
  open: { valid: 'Counts', void: 'No longer counts' },
  settled: { valid: 'Counted', void: 'Did not count' },
};

function ApprovalRow(props: { approval: ChangeApproval; settled: boolean }) {
  const { approval, settled } = props;
  const { login, userEntityRef, submittedAt, valid, voidReason } = approval;
  const labels = LABELS[settled ? 'settled' : 'open'];
  return (
    <Box
      component="li"
      sx={{ display: 'flex', gap: 1.5, alignItems: 'center' }}
    >
      <StatusChip
        status={valid ? 'ok' : 'unknown'}
        label={valid ? labels.valid : labels.void}
      />
      <Typography variant="body2" component="span">
        {userEntityRef ? <EntityRefLink entityRef={userEntityRef} /> : login}{' '}
        approved <RelativeTime value={submittedAt} />
        {voidReason && ` · ${voidReason}`}
      </Typography>
    </Box>
  );
}

/** Approvals, with those that no longer count and why. */
export function ApprovalsPanel(props: {
  approvals: readonly ChangeApproval[];
  needs: readonly ApprovalNeed[];
  /** The change is merged or closed: whether an approval counted is told as of then. */
  settled: boolean;
}) {
  return (
    <Panel title="Approvals">
      {!props.settled && <ApprovalNeeds needs={props.needs} />}
      {props.approvals.length === 0 && (
        <Typography variant="body2" color="text.secondary">
          Nobody has approved it yet.
        </Typography>
      )}
      <Box
        component="ul"
        aria-label="Approvals"
        sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 1 }}
      >
        {props.approvals.map(approval => (
          <ApprovalRow
            key={approval.reviewId}
            approval={approval}
            settled={props.settled}
          />
        ))}
      </Box>
    </Panel>
  );
}
