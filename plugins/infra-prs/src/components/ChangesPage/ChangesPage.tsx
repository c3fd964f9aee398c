import { EmptyState } from '@backstage/core-components';
import Box from '@mui/material/Box';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import { useChanges } from '../../hooks/useChanges';
import { ChangesResult } from '../ChangesTable/ChangesResult';
import { useChangeFilters } from './useChangeFilters';

const STATES = [
  ['open', 'Open'],
  ['merged', 'Merged'],
  ['all', 'All'],
] as const;
const SHOWS = [
  ['everyone', 'Everyone’s'],
  ['waiting', 'Waiting for me'],
  ['mine', 'Mine'],
] as const;

function FilterButtons<T extends string>(props: {
  label: string;
  value: T;
  options: ReadonlyArray<readonly [T, string]>;
  onChange(value: T): void;
}) {
  return (
    <ToggleButtonGroup
      size="small"
      exclusive
      aria-label={props.label}
      value={props.value}
      onChange={(_, value: T | null) => value && props.onChange(value)}
    >
      {props.options.map(([value, label]) => (
        <ToggleButton key={value} value={value} sx={{ px: 2, py: 0.5 }}>
          {label}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}

/** All changes of the infrastructure repository. */
export function ChangesPage() {
  const filters = useChangeFilters();
  const { data, error } = useChanges(filters.state);
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', gap: 2 }}>
      <Box sx={{ display: 'flex', gap: 2, flexWrap: 'wrap' }}>
        <FilterButtons
          label="State"
          value={filters.state}
          options={STATES}
          onChange={filters.setState}
        />
        <FilterButtons
          label="Whose"
          value={filters.show}
          options={SHOWS}
          onChange={filters.setShow}
        />
      </Box>
      <ChangesResult
        label="Changes"
        data={data}
        error={error ?? undefined}
        select={filters.select}
        empty={
          <EmptyState
            missing="content"
            title="No changes here"
            description="Changes are pull requests of the infrastructure repository. Create a service, or look at another filter."
          />
        }
      />
    </Box>
  );
}
