import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { ManifestTarget } from '@slipway/plugin-infra-prs-common';
import { UrlFilterBar } from '../UrlFilterBar';
import { MANIFEST_ACTIONS, MANIFEST_LOOKS } from './manifestRows';
import { ManifestFilters } from './useManifestFilters';

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

/** Narrows the objects by name, by what happens, by what is at stake and by environment. */
export function ManifestFilterBar(props: {
  readonly targets: readonly ManifestTarget[];
  readonly filters: ManifestFilters;
}) {
  const { targets, filters } = props;
  const names = targets.flatMap(target => target.environment ?? []);
  const environments = [...new Set(names)].sort();
  const objects = targets.flatMap(target => target.objects);
  const kinds = MANIFEST_ACTIONS.map(kind => ({
    kind,
    word: MANIFEST_LOOKS[kind].word,
    count: objects.filter(({ action }) => action === kind).length,
  }));
  return (
    <UrlFilterBar
      label="Kubernetes objects"
      findLabel="Find an object"
      filters={filters}
      kinds={kinds.filter(
        ({ kind, count }) => count > 0 || filters.kinds.includes(kind),
      )}
    >
      {environments.length > 1 && (
        <EnvironmentChoice environments={environments} filters={filters} />
      )}
    </UrlFilterBar>
  );
}
