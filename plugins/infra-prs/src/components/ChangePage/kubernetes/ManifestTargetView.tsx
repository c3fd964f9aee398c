import { useMemo } from 'react';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { EnvironmentChip } from '@slipway/platform-react';
import {
  manifestCountsText,
  ManifestTarget,
} from '@slipway/plugin-infra-prs-common';
import { LongList } from '../LongList';
import { PlanRisks } from '../PlanRisks';
import { useOpenRows } from '../useOpenRows';
import { ManifestObjectRow } from './ManifestObjectRow';
import { manifestRowsOf } from './manifestRows';
import { ManifestFilters } from './useManifestFilters';

function TargetHead({ target }: { target: ManifestTarget }) {
  const { environment, path, unchanged } = target;
  const counts = manifestCountsText([target]);
  return (
    <Box
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        gap: 1.5,
        alignItems: 'center',
        mb: 1,
      }}
    >
      {environment !== undefined && <EnvironmentChip name={environment} />}
      {counts && (
        <Typography variant="body2" component="h3" sx={{ fontWeight: 600 }}>
          {counts}
          {unchanged > 0 && `, ${unchanged} unchanged`}
        </Typography>
      )}
      <Typography
        variant="caption"
        color="text.secondary"
        sx={{ overflowWrap: 'anywhere' }}
      >
        {path}
      </Typography>
    </Box>
  );
}

/** What a change does to one folder that Argo CD applies: what is at stake first, then every object. */
export function ManifestTargetView(props: {
  target: ManifestTarget;
  filters: ManifestFilters;
}) {
  const { target, filters } = props;
  const rows = useMemo(() => manifestRowsOf(target), [target]);
  const shown = rows.filter(filters.select);
  const { isOpen, onToggle } = useOpenRows();
  return (
    <Box component="article" aria-label={target.path}>
      <TargetHead target={target} />
      {target.problem !== undefined && (
        <Alert severity="warning" variant="outlined" sx={{ mb: 1 }}>
          {target.problem}.
        </Alert>
      )}
      {target.notes?.map(note => (
        <Alert key={note} severity="info" variant="outlined" sx={{ mb: 1 }}>
          {note}.
        </Alert>
      ))}
      <PlanRisks risks={target.risks} onFind={filters.setFind} />
      {rows.length > 0 && shown.length === 0 && (
        <Typography variant="body2" color="text.secondary">
          No object here fits the filters.
        </Typography>
      )}
      {shown.length > 0 && (
        <LongList
          label={`Objects of ${target.path}`}
          rows={shown}
          keyOf={row => row.key}
        >
          {row => (
            <ManifestObjectRow
              row={row}
              open={isOpen(row)}
              onToggle={() => onToggle(row)}
            />
          )}
        </LongList>
      )}
    </Box>
  );
}
