import { useMemo, useState } from 'react';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { EnvironmentChip } from '@slipway/platform-react';
import {
  PlanRoot,
  planTotals,
  rootRisks,
} from '@slipway/plugin-infra-prs-common';
import { PlanTotalsText } from '../ChangesTable/PlanTotalsText';
import { PlanChanges } from './PlanChanges';
import { PlanCost } from './PlanCost';
import { PlanRisks } from './PlanRisks';
import { rowsOf } from './planRows';
import { useOpenRows } from './useOpenRows';
import { PlanFilters } from './usePlanFilters';

function nothingText(root: PlanRoot, filters: PlanFilters): string {
  if (root.changes.length === 0) return 'Nothing changes here.';
  return filters.isSet
    ? 'No change here fits the filters.'
    : 'Only data sources are read here.';
}

function Omitted({ omitted }: Pick<PlanRoot, 'omitted'>) {
  if (!omitted) return null;
  const { create, update, replace, delete: destroyed, other } = omitted;
  const parts = [
    create > 0 && `${create} to add`,
    update > 0 && `${update} to change`,
    replace > 0 && `${replace} to replace`,
    destroyed > 0 && `${destroyed} to destroy`,
    other > 0 && `${other} others`,
  ].filter(Boolean);
  return (
    <Alert severity="warning" variant="outlined" sx={{ mt: 1, py: 0 }}>
      Not listed: {parts.join(', ')}. The report has to fit GitHub; the runner’s
      log has all.
    </Alert>
  );
}

function Drift({ root }: { root: PlanRoot }) {
  const [shown, setShown] = useState(false);
  const rows = useMemo(
    () =>
      rowsOf({ ...root, changes: root.drift ?? [], risks: [] }).map(row => ({
        ...row,
        key: `drift ${row.key}`,
      })),
    [root],
  );
  const open = useOpenRows();
  if (rows.length === 0) return null;
  const count = rows.length + (root.omittedDrift ?? 0);
  return (
    <Box sx={{ mt: 1.5 }}>
      <Button
        size="small"
        onClick={() => setShown(!shown)}
        aria-expanded={shown}
      >
        {count} changed outside of Terraform
      </Button>
      <Typography variant="caption" color="text.secondary" component="p">
        Since its last apply; no part of this change, which may undo it.
      </Typography>
      {shown && (
        <PlanChanges
          label="Changed outside of Terraform"
          rows={rows}
          {...open}
        />
      )}
    </Box>
  );
}

function RootHead({ root }: { root: PlanRoot }) {
  return (
    <Box sx={{ display: 'flex', gap: 1.5, alignItems: 'center', mb: 1 }}>
      <EnvironmentChip name={root.environment} />
      <PlanTotalsText totals={planTotals([root])} />
      <Typography variant="caption" color="text.secondary" noWrap>
        {root.path}
      </Typography>
    </Box>
  );
}

/** What a plan does to one root: what is at stake first, then what it costs, then every change. */
export function RootPlan(props: { root: PlanRoot; filters: PlanFilters }) {
  const { root, filters } = props;
  const rows = useMemo(() => rowsOf(root), [root]);
  const shown = rows.filter(filters.select);
  const open = useOpenRows();
  return (
    <Box>
      <RootHead root={root} />
      {root.error && (
        <Alert severity="error" sx={{ mb: 1, whiteSpace: 'pre-wrap' }}>
          {root.error}
        </Alert>
      )}
      {root.notes?.map(note => (
        <Typography key={note} variant="body2" color="text.secondary">
          {note}.
        </Typography>
      ))}
      <PlanRisks risks={rootRisks(root)} onFind={filters.setFind} />
      {root.cost && <PlanCost cost={root.cost} />}
      {shown.length === 0 && !root.error && (
        <Typography variant="body2" color="text.secondary">
          {nothingText(root, filters)}
        </Typography>
      )}
      <PlanChanges label={`Changes of ${root.path}`} rows={shown} {...open} />
      <Omitted omitted={root.omitted} />
      <Drift root={root} />
    </Box>
  );
}
