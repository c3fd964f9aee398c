import { SortableHead } from '@slipway/platform-react';
import { BoardColumn } from '../../board/boardColumns';
import { BoardSort } from '../../board/boardQuery';

/** Names of the columns; each sorts, what is worse first. */
export function BoardTableHead(props: {
  columns: readonly BoardColumn[];
  sort: BoardSort;
  onSort(sort: BoardSort): void;
}) {
  const { columns, sort, onSort } = props;
  return (
    <SortableHead
      columns={columns}
      sort={sort}
      onClick={({ id, numeric = false }) => {
        const first = numeric || id === 'risk';
        const descending = id === sort.column ? !sort.descending : first;
        onSort({ column: id, descending });
      }}
    />
  );
}
