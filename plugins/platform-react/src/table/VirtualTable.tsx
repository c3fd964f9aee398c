import { ComponentType, ReactNode, RefObject } from 'react';
import Box from '@mui/material/Box';
import { useNavigate } from 'react-router-dom';
import { useNow } from '../time/useNow';
import { HEAD_HEIGHT, TableColumn, tableLook, TableStyles } from './tableLook';
import { useRestOfHeight } from './useRestOfHeight';
import { useVirtualRows } from './useVirtualRows';
import { CellProps, VirtualTableRow } from './VirtualTableRow';

/** Relative times move on this often. Milliseconds. */
const TICK_MS = 30_000;

/** @public */
export interface VirtualTableProps<R, C extends TableColumn> {
  readonly label: string;
  readonly rows: readonly R[];
  readonly columns: readonly C[];
  /** Measures itself: the table scrolls in what is left of the window below it. */
  readonly scroller: RefObject<HTMLDivElement>;
  /** Pixels. */
  readonly rowHeight: number;
  /** Row of the column headers, with the class `head`. */
  readonly head: ReactNode;
  /** Of what is in the cells, whose elements have classes. */
  readonly styles: TableStyles;
  readonly Cell: ComponentType<CellProps<R, C>>;
  keyOf(row: R): string | number;
  /** Where a row leads. */
  linkOf(row: R): string;
}

/** Any number of rows that lead somewhere, of which only those in sight are drawn. @public */
export function VirtualTable<R, C extends TableColumn>(
  props: VirtualTableProps<R, C>,
) {
  const { label, rows, columns, scroller, rowHeight, head, styles } = props;
  const height = useRestOfHeight(scroller);
  return (
    <Box
      ref={scroller}
      role="table"
      aria-label={label}
      aria-rowcount={rows.length + 1}
      aria-colcount={columns.length}
      sx={tableLook(columns, { rowHeight, styles })}
      style={{ maxHeight: height }}
    >
      {head}
      <Body {...props} />
    </Box>
  );
}

function Body<R, C extends TableColumn>(props: VirtualTableProps<R, C>) {
  const { rows, columns, scroller, rowHeight, Cell, keyOf, linkOf } = props;
  const { focus, height, items } = useVirtualRows({
    scroller,
    count: rows.length,
    rowHeight,
    headHeight: HEAD_HEIGHT,
  });
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
        <VirtualTableRow
          key={keyOf(rows[index])}
          row={rows[index]}
          columns={columns}
          Cell={Cell}
          index={index}
          to={linkOf(rows[index])}
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
