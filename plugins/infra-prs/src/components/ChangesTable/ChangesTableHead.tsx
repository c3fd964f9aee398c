import Box from '@mui/material/Box';
import TableSortLabel from '@mui/material/TableSortLabel';
import { ChangeColumn } from '../../list/changeColumns';
import { ChangeSort } from '../../list/changesQuery';
import { SelectAll } from '../BulkDecisions/SelectBoxes';
import { ListedColumn } from './listedColumns';

interface HeadProps {
  readonly sort: ChangeSort | undefined;
  /** Without a direction they come as they are. */
  onSort(sort: ChangeSort | undefined): void;
}

/** Names of the columns; each sorts one way, then the other, then no more. */
export function ChangesTableHead(
  props: HeadProps & { columns: readonly ListedColumn[] },
) {
  return (
    <Box role="rowgroup" sx={{ display: 'contents' }}>
      <div role="row" aria-rowindex={1} className="head">
        {props.columns.map(column =>
          column.id === 'select' ? (
            <div key={column.id} role="columnheader" className="cell">
              <SelectAll />
            </div>
          ) : (
            <Head key={column.id} column={column} {...props} />
          ),
        )}
      </div>
    </Box>
  );
}

function Head({ column, sort, onSort }: HeadProps & { column: ChangeColumn }) {
  const { id, title, highFirst = false } = column;
  const active = id === sort?.column;
  const order = sort?.descending ? 'descending' : 'ascending';
  function click() {
    if (!active) return onSort({ column: id, descending: highFirst });
    const wasFirst = sort.descending === highFirst;
    return onSort(
      wasFirst ? { column: id, descending: !highFirst } : undefined,
    );
  }
  return (
    <div
      role="columnheader"
      aria-sort={active ? order : 'none'}
      className="cell"
    >
      <TableSortLabel
        active={active}
        direction={active && !sort.descending ? 'asc' : 'desc'}
        sx={{ '& svg': { display: active ? undefined : 'none' } }}
        onClick={click}
      >
        {title}
      </TableSortLabel>
    </div>
  );
}
