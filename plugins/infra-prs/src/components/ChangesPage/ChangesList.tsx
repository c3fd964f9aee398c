import { useMemo } from 'react';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { ChangeRequestList } from '@slipway/plugin-infra-prs-common';
import { ChangesQuery, ChangeView, StateFilter } from '../../list/changesQuery';
import { filterChanges } from '../../list/filterChanges';
import { BulkButton } from '../BulkDecisions/BulkButton';
import { ChangesTable } from '../ChangesTable/ChangesTable';
import { ChangesFilters } from './ChangesFilters';
import { ExportChanges } from './ExportChanges';
import { NoChanges } from './NoChanges';

/** The changes that a query means, and all that narrows them. */
export function ChangesList(props: {
  data: ChangeRequestList;
  query: ChangesQuery;
  view: ChangeView;
  state: StateFilter;
  onChange(changes: Partial<ChangesQuery>): void;
}) {
  const { data, query, view, state, onChange } = props;
  const items = useMemo(
    () => filterChanges(data, query, { view, state }),
    [data, query, view, state],
  );
  return (
    <>
      <ChangesFilters {...props} items={data.items} />
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
        <Typography variant="body2" color="text.secondary" sx={{ flexGrow: 1 }}>
          {items.length === 1 ? '1 change' : `${items.length} changes`}
        </Typography>
        <BulkButton items={items} />
        <ExportChanges items={items} />
      </Box>
      {items.length > 0 ? (
        <ChangesTable
          label="Changes"
          items={items}
          sort={query.sort}
          onSort={sort => onChange({ sort })}
        />
      ) : (
        <NoChanges query={query} view={view} onChange={onChange} />
      )}
    </>
  );
}
