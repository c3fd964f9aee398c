import { ReactNode, useMemo } from 'react';
import { ChangeRequestList } from '@slipway/plugin-infra-prs-common';
import { ChangesQuery, ChangeView, StateFilter } from '../../list/changesQuery';
import { filterChanges } from '../../list/filterChanges';
import { SelectionBar } from '../BulkDecisions/SelectionBar';
import { SelectionContext } from '../BulkDecisions/SelectionContext';
import { useSelection } from '../BulkDecisions/useSelection';
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
  /** The views that the person saved. */
  saved: ReactNode;
  onChange(changes: Partial<ChangesQuery>): void;
}) {
  const { data, query, view, state, onChange } = props;
  const items = useMemo(
    () => filterChanges(data, query, { view, state }),
    [data, query, view, state],
  );
  const selection = useSelection(items);
  const isOpen = items.some(item => item.state === 'open');
  return (
    <SelectionContext.Provider value={selection}>
      <ChangesFilters {...props} items={data.items} />
      <SelectionBar selection={selection} listed={items.length}>
        {props.saved}
        <ExportChanges items={items} />
      </SelectionBar>
      {items.length > 0 ? (
        <ChangesTable
          label="Changes"
          items={items}
          selects={isOpen}
          sort={query.sort}
          onSort={sort => onChange({ sort })}
        />
      ) : (
        <NoChanges query={query} view={view} onChange={onChange} />
      )}
    </SelectionContext.Provider>
  );
}
