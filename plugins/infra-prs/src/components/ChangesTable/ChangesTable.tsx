import { useMemo, useRef } from 'react';
import { useRouteRef } from '@backstage/core-plugin-api';
import { sortBy, VirtualTable } from '@slipway/platform-react';
import { ChangeRequest } from '@slipway/plugin-infra-prs-common';
import { CHANGE_COLUMNS } from '../../list/changeColumns';
import { ChangeSort } from '../../list/changesQuery';
import { changeRouteRef } from '../../routes';
import { changeStyles, ROW_HEIGHT } from './changeStyles';
import { ChangesTableHead } from './ChangesTableHead';
import { ListedCell } from './ListedCell';
import { SELECT_COLUMN } from './listedColumns';
import { useFittingColumns } from './useFittingColumns';

interface ChangesTableProps {
  readonly label: string;
  readonly items: readonly ChangeRequest[];
  /** Rows can be chosen, in the selection around. */
  readonly selects?: boolean;
  readonly sort: ChangeSort | undefined;
  onSort(sort: ChangeSort | undefined): void;
}

/** Any number of changes, of which only those in sight are drawn. */
export function ChangesTable(props: ChangesTableProps) {
  const { label, items, selects = false, sort, onSort } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const taken = selects ? SELECT_COLUMN.width : 0;
  const fitting = useFittingColumns(scroller, taken);
  const columns = useMemo(
    () => (selects ? [SELECT_COLUMN, ...fitting] : fitting),
    [selects, fitting],
  );
  const link = useRouteRef(changeRouteRef);
  const rows = useMemo(() => {
    const column = CHANGE_COLUMNS.find(({ id }) => id === sort?.column);
    return sort && column ? sortBy(items, column.key, sort.descending) : items;
  }, [items, sort]);
  return (
    <VirtualTable
      label={label}
      rows={rows}
      columns={columns}
      scroller={scroller}
      rowHeight={ROW_HEIGHT}
      head={
        <ChangesTableHead columns={fitting} {...{ selects, sort, onSort }} />
      }
      styles={changeStyles}
      Cell={ListedCell}
      keyOf={({ number }) => number}
      linkOf={({ number }) => link({ number: String(number) })}
    />
  );
}
