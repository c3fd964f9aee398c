import { RefObject, useRef } from 'react';
import Box from '@mui/material/Box';
import {
  useNow,
  useRestOfHeight,
  useVirtualRows,
} from '@slipway/platform-react';
import { BoardRow } from '@slipway/plugin-queues-common';
import { useNavigate } from 'react-router-dom';
import { BoardColumn } from '../../board/boardColumns';
import { BoardSort } from '../../board/boardQuery';
import { useQueueLink } from '../../hooks/useQueueLink';
import { BoardTableHead } from './BoardTableHead';
import { BoardTableRow } from './BoardTableRow';
import { HEAD_HEIGHT, ROW_HEIGHT, tableLook } from './tableLook';

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
  const height = useRestOfHeight(scroller);
  return (
    <Box
      ref={scroller}
      role="table"
      aria-label="Queues"
      aria-rowcount={rows.length + 1}
      aria-colcount={columns.length}
      sx={tableLook(columns)}
      style={{ maxHeight: height }}
    >
      <BoardTableHead columns={columns} sort={sort} onSort={onSort} />
      <Body rows={rows} columns={columns} scroller={scroller} />
    </Box>
  );
}

/** Relative times move on this often. Milliseconds. */
const TICK_MS = 30_000;

function Body(
  props: Pick<BoardTableProps, 'rows' | 'columns'> & {
    scroller: RefObject<HTMLDivElement>;
  },
) {
  const { rows, columns, scroller } = props;
  const { focus, height, items } = useVirtualRows({
    scroller,
    count: rows.length,
    rowHeight: ROW_HEIGHT,
    headHeight: HEAD_HEIGHT,
  });
  const link = useQueueLink();
  const navigate = useNavigate();
  const now = useNow(TICK_MS);
  return (
    <Box
      role="rowgroup"
      className="body"
      style={{ height }}
      onKeyDown={focus.onKeyDown}
    >
      {items.map(({ index, top }) => (
        <BoardTableRow
          key={rows[index].id}
          row={rows[index]}
          columns={columns}
          index={index}
          to={link({ ...rows[index], queue: rows[index].name })}
          now={now}
          top={top}
          tabIndex={index === focus.index ? 0 : -1}
          register={focus.register}
          onFocus={focus.onFocus}
          onOpen={navigate}
        />
      ))}
    </Box>
  );
}
