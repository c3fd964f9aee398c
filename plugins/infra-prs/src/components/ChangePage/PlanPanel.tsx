import { useState } from 'react';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import {
  ChangePlan,
  ChangeRequestDetail,
} from '@slipway/plugin-infra-prs-common';
import { usePlan } from '../../hooks/usePlan';
import { PlanTotalsText } from '../ChangesTable/PlanTotalsText';
import { Loading } from './Loading';
import { MovedAlert } from './MovedAlert';
import { Panel } from './Panel';
import { PlanCostSummary } from './PlanCostSummary';
import { PlanFilterBar } from './PlanFilterBar';
import { countKinds } from './planRows';
import { RootPlan } from './RootPlan';
import { usePinned } from './usePinned';
import { usePlanFilters } from './usePlanFilters';

/** Fewer changes are seen at a glance. */
const FEW = 8;

const LESS: Readonly<Partial<Record<ChangePlan['runner'], string>>> = {
  static: 'Read from the Terraform files alone; Terraform itself did not run.',
  comment:
    'Read from what a bot wrote of the plan: counts and addresses only, no values, and few of the risks.',
};

function whyNoPlan({ planDigest, state }: ChangeRequestDetail): string {
  if (planDigest) return 'This change touches no Terraform.';
  return state === 'open'
    ? 'The plan of this commit is not there yet.'
    : 'No plan of this change was kept.';
}

function PlanRoots({ plan }: { plan: ChangePlan }) {
  const filters = usePlanFilters();
  const changes = plan.roots.flatMap(root => root.changes);
  const counts = countKinds(changes);
  // Stays while somebody clears what they looked for.
  const [isLong] = useState(changes.length > FEW || filters.isSet);
  return (
    <>
      <PlanCostSummary roots={plan.roots} />
      {isLong && <PlanFilterBar filters={filters} counts={counts} />}
      <Box sx={{ display: 'grid', gap: 3 }}>
        {plan.roots.map(root => (
          <RootPlan key={root.path} root={root} filters={filters} />
        ))}
      </Box>
    </>
  );
}

function PlanBody({ plan }: { plan: ChangePlan }) {
  const less = LESS[plan.runner];
  return (
    <>
      {less && (
        <Alert severity="info" variant="outlined" sx={{ mb: 2, py: 0 }}>
          {less}
        </Alert>
      )}
      {plan.roots.length > 0 ? (
        <PlanRoots plan={plan} />
      ) : (
        <Typography variant="body2" color="text.secondary">
          No Terraform root changes.
        </Typography>
      )}
    </>
  );
}

/** What Terraform will do, per root and environment. */
export function PlanPanel({ change }: { change: ChangeRequestDetail }) {
  const { shown, moved, follow } = usePinned(change.plan?.digest);
  const { data: plan, error, refetch } = usePlan(change.number, shown);
  if (shown === undefined) {
    return (
      <Panel title="Plan">
        <Typography variant="body2" color="text.secondary">
          {whyNoPlan(change)}
        </Typography>
      </Panel>
    );
  }
  return (
    <Panel title="Plan" aside={plan && <PlanTotalsText totals={plan.totals} />}>
      {moved && (
        <MovedAlert what="plan" onFollow={change.plan ? follow : undefined} />
      )}
      {plan && <PlanBody plan={plan} />}
      {!plan && <Loading what="plan" error={error} onRetry={refetch} />}
    </Panel>
  );
}
