import Box from '@mui/material/Box';
import TableSortLabel from '@mui/material/TableSortLabel';
import { BoardColumn } from '../../board/boardColumns';
import { BoardSort } from '../../board/boardQuery';

interface HeadProps {
  readonly sort: BoardSort;
  onSort(sort: BoardSort): void;
}

/** Names of the columns; each sorts, what is worse first. */
export function BoardTableHead(
  props: HeadProps & { columns: readonly BoardColumn[] },
) {
  return (
    <Box role="rowgroup" sx={{ display: 'contents' }}>
      <div role="row" aria-rowindex={1} className="head">
        {props.columns.map(column => (
          <Head key={column.id} column={column} {...props} />
        ))}
      </div>
    </Box>
  );
}

function Head({ column, sort, onSort }: HeadProps & { column: BoardColumn }) {
  const { id, title, numeric } = column;
  const active = id === sort.column;
  const order = sort.descending ? 'descending' : 'ascending';
  const first = numeric || id === 'risk';
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
        onClick={() =>
          onSort({ column: id, descending: active ? !sort.descending : first })
        }
      >
        {title}
      </TableSortLabel>
    </div>
  );
}
