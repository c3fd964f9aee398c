import { ReactNode } from 'react';
import Box from '@mui/material/Box';
import TableSortLabel from '@mui/material/TableSortLabel';
import { TableColumn } from './tableLook';

/** By which column, and which way. @public */
export interface TableSort<Id extends string = string> {
  readonly column: Id;
  readonly descending: boolean;
}

type TitledColumn = TableColumn & { readonly title: string };

/** Names of the columns of a table that scrolls; a click on one sorts by it. @public */
export function SortableHead<C extends TitledColumn>(props: {
  columns: readonly C[];
  sort: TableSort | undefined;
  /** Header of a column in front that nothing is sorted by. */
  first?: ReactNode;
  onClick(column: C): void;
}) {
  const { columns, sort, first, onClick } = props;
  return (
    <Box role="rowgroup" sx={{ display: 'contents' }}>
      <div role="row" aria-rowindex={1} className="head">
        {first && (
          <div role="columnheader" className="cell">
            {first}
          </div>
        )}
        {columns.map(column => (
          <Head
            key={column.id}
            column={column}
            sort={sort}
            onClick={() => onClick(column)}
          />
        ))}
      </div>
    </Box>
  );
}

function Head(props: {
  column: TitledColumn;
  sort: TableSort | undefined;
  onClick(): void;
}) {
  const { column, sort, onClick } = props;
  const { id, title, numeric } = column;
  const active = id === sort?.column;
  const order = sort?.descending ? 'descending' : 'ascending';
  return (
    <div
      role="columnheader"
      aria-sort={active ? order : 'none'}
      className={numeric ? 'cell numeric' : 'cell'}
    >
      <TableSortLabel
        active={active}
        direction={active && !sort.descending ? 'asc' : 'desc'}
        sx={{
          flexDirection: numeric ? 'row-reverse' : 'row',
          '& svg': { display: active ? undefined : 'none' },
        }}
        onClick={onClick}
      >
        {title}
      </TableSortLabel>
    </div>
  );
}
