import { useRef } from 'react';
import { VirtualTable } from '@slipway/platform-react';
import { BoardRow } from '@slipway/plugin-queues-common';
import { BoardColumn } from '../../board/boardColumns';
import { BoardSort } from '../../board/boardQuery';
import { useQueueLink } from '../../hooks/useQueueLink';
import { BoardCell } from './BoardCell';
import { boardStyles, ROW_HEIGHT } from './boardStyles';
import { BoardTableHead } from './BoardTableHead';

interface BoardTableProps {
  readonly rows: readonly BoardRow[];
  readonly columns: readonly BoardColumn[];
  readonly sort: BoardSort;
  onSort(sort: BoardSort): void;
}

/** Any number of queues, of which only those in sight are drawn. */
export function BoardTable(props: BoardTableProps) {
  const { rows, columns, sort, onSort } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const link = useQueueLink();
  return (
    <VirtualTable
      label="Queues"
      rows={rows}
      columns={columns}
      scroller={scroller}
      rowHeight={ROW_HEIGHT}
      head={<BoardTableHead columns={columns} sort={sort} onSort={onSort} />}
      styles={boardStyles}
      Cell={BoardCell}
      keyOf={({ id }) => id}
      linkOf={row => link({ ...row, queue: row.name })}
    />
  );
}
