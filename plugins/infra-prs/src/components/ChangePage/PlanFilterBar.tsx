import Box from '@mui/material/Box';
import TextField from '@mui/material/TextField';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import { ChoiceButtons } from '@slipway/platform-react';
import { ACTION_LOOKS } from './actionLooks';
import { PLAN_KINDS, PlanKind } from './planRows';
import { PlanFilters, RiskFilter } from './usePlanFilters';

const RISK_LABELS: Readonly<Record<RiskFilter, string>> = {
  all: 'All',
  risky: 'With a risk',
  high: 'High risk',
};

/** Narrows the changes of a plan by address, by what happens and by what is at stake. */
export function PlanFilterBar(props: {
  filters: PlanFilters;
  counts: ReadonlyMap<PlanKind, number>;
}) {
  const { filters, counts } = props;
  const kinds = PLAN_KINDS.filter(
    kind => counts.has(kind) || filters.kinds.includes(kind),
  );
  return (
    <Box
      role="search"
      aria-label="Changes of the plan"
      sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, mb: 2 }}
    >
      <TextField
        size="small"
        label="Find a resource"
        value={filters.find}
        onChange={event => filters.setFind(event.target.value)}
        sx={{ minWidth: 260, flex: '1 1 260px', maxWidth: 460 }}
      />
      <ToggleButtonGroup
        size="small"
        aria-label="What happens"
        value={filters.kinds}
        onChange={(_, chosen: PlanKind[]) => filters.setKinds(chosen)}
      >
        {kinds.map(kind => (
          <ToggleButton
            key={kind}
            value={kind}
            sx={{ px: 1.25, textTransform: 'none', color: 'text.primary' }}
          >
            {ACTION_LOOKS[kind].word} {counts.get(kind) ?? 0}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      <ChoiceButtons
        label="What is at stake"
        choices={['all', 'risky', 'high']}
        labels={RISK_LABELS}
        value={filters.risk}
        onChange={filters.setRisk}
      />
    </Box>
  );
}
