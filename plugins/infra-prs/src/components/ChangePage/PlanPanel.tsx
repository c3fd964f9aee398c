import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { EnvironmentChip } from '@slipway/platform-react';
import {
  ChangeRequestDetail,
  PlanRoot,
  planTotals,
} from '@slipway/plugin-infra-prs-common';
import { PlanTotalsText } from '../ChangesTable/PlanTotalsText';
import { Panel } from './Panel';
import { ResourceChange } from './ResourceChange';

const ORDER = ['delete', 'replace', 'update', 'create'] as const;

function RootPlan({ root }: { root: PlanRoot }) {
  const changes = ORDER.flatMap(action =>
    root.changes.filter(change => change.action === action),
  );
  return (
    <Box>
      <Box sx={{ display: 'flex', gap: 1.5, alignItems: 'center', mb: 1 }}>
        <EnvironmentChip name={root.environment} />
        <PlanTotalsText totals={planTotals([root])} />
        <Typography variant="caption" color="text.secondary" noWrap>
          {root.path}
        </Typography>
      </Box>
      {root.error && <Alert severity="error">{root.error}</Alert>}
      {changes.length === 0 && !root.error && (
        <Typography variant="body2" color="text.secondary">
          Nothing changes here.
        </Typography>
      )}
      {changes.map(change => (
        <ResourceChange key={change.address} change={change} />
      ))}
    </Box>
  );
}

function whyNoPlan({ planDigest, state }: ChangeRequestDetail): string {
  if (planDigest) return 'This change touches no Terraform.';
  return state === 'open'
    ? 'The plan of this commit is not there yet.'
    : 'No plan of this change was kept.';
}

/** What Terraform will do, per environment. */
export function PlanPanel({ change }: { change: ChangeRequestDetail }) {
  const { plan } = change;
  if (!plan) {
    return (
      <Panel title="Plan">
        <Typography variant="body2" color="text.secondary">
          {whyNoPlan(change)}
        </Typography>
      </Panel>
    );
  }
  return (
    <Panel title="Plan" aside={<PlanTotalsText totals={plan.totals} />}>
      {plan.runner === 'static' && (
        <Alert severity="info" variant="outlined" sx={{ mb: 2, py: 0 }}>
          Read from the Terraform files alone; Terraform itself did not run.
        </Alert>
      )}
      <Box sx={{ display: 'grid', gap: 2 }}>
        {plan.roots.map(root => (
          <RootPlan key={root.path} root={root} />
        ))}
        {plan.roots.length === 0 && (
          <Typography variant="body2" color="text.secondary">
            No Terraform root changes.
          </Typography>
        )}
      </Box>
    </Panel>
  );
}
