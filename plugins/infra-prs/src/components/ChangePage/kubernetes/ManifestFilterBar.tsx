import Box from '@mui/material/Box';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import { ChoiceButtons } from '@slipway/platform-react';
import {
  ManifestObject,
  ManifestTarget,
} from '@slipway/plugin-infra-prs-common';
import {
  MANIFEST_ACTIONS,
  MANIFEST_LOOKS,
  ManifestAction,
} from './manifestRows';
import { ManifestFilters } from './useManifestFilters';

const RISK_LABELS = {
  all: 'All',
  risky: 'With a risk',
  high: 'High risk',
} as const;

function EnvironmentChoice(props: {
  readonly environments: readonly string[];
  readonly filters: ManifestFilters;
}) {
  const { environments, filters } = props;
  const known = environments.includes(filters.environment);
  return (
    <TextField
      select
      size="small"
      label="Environment"
      value={known ? filters.environment : ''}
      onChange={event => filters.setEnvironment(event.target.value)}
      SelectProps={{ displayEmpty: true }}
      InputLabelProps={{ shrink: true }}
      sx={{ minWidth: 140 }}
    >
      <MenuItem value="">All</MenuItem>
      {environments.map(name => (
        <MenuItem key={name} value={name}>
          {name}
        </MenuItem>
      ))}
    </TextField>
  );
}

function ActionChoice(props: {
  readonly objects: readonly ManifestObject[];
  readonly filters: ManifestFilters;
}) {
  const { objects, filters } = props;
  const count = (action: ManifestAction) =>
    objects.filter(object => object.action === action).length;
  return (
    <ToggleButtonGroup
      size="small"
      aria-label="What happens"
      value={filters.actions}
      onChange={(_, chosen: ManifestAction[]) => filters.setActions(chosen)}
    >
      {MANIFEST_ACTIONS.filter(
        action => count(action) > 0 || filters.actions.includes(action),
      ).map(action => (
        <ToggleButton
          key={action}
          value={action}
          sx={{ px: 1.25, textTransform: 'none', color: 'text.primary' }}
        >
          {MANIFEST_LOOKS[action].word} {count(action)}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}

/** Narrows the objects by name, by what happens, by what is at stake and by environment. */
export function ManifestFilterBar(props: {
  readonly targets: readonly ManifestTarget[];
  readonly filters: ManifestFilters;
}) {
  const { targets, filters } = props;
  const names = targets.flatMap(target => target.environment ?? []);
  const environments = [...new Set(names)].sort();
  const objects = targets.flatMap(target => target.objects);
  return (
    <Box
      role="search"
      aria-label="Kubernetes objects"
      sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, mb: 2 }}
    >
      <TextField
        size="small"
        label="Find an object"
        value={filters.find}
        onChange={event => filters.setFind(event.target.value)}
        sx={{ minWidth: 220, flex: '1 1 220px', maxWidth: 420 }}
      />
      {environments.length > 1 && (
        <EnvironmentChoice environments={environments} filters={filters} />
      )}
      <ActionChoice objects={objects} filters={filters} />
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
