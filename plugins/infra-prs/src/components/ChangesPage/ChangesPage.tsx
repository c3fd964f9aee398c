import { EmptyState } from '@backstage/core-components';
import Box from '@mui/material/Box';
import { ChoiceButtons } from '@slipway/platform-react';
import { useChanges } from '../../hooks/useChanges';
import { ChangesResult } from '../ChangesTable/ChangesResult';
import { useChangeFilters } from './useChangeFilters';

const STATES = { open: 'Open', merged: 'Merged', all: 'All' } as const;
const SHOWS = {
  everyone: 'Everyone’s',
  waiting: 'Waiting for me',
  mine: 'Mine',
} as const;

/** All changes of the infrastructure repository. */
export function ChangesPage() {
  const filters = useChangeFilters();
  const { data, error } = useChanges(filters.state);
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', gap: 2 }}>
      <Box sx={{ display: 'flex', gap: 2, flexWrap: 'wrap' }}>
        <ChoiceButtons
          label="State"
          value={filters.state}
          choices={['open', 'merged', 'all']}
          labels={STATES}
          onChange={filters.setState}
        />
        <ChoiceButtons
          label="Whose"
          value={filters.show}
          choices={['everyone', 'waiting', 'mine']}
          labels={SHOWS}
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
