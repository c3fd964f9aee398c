import { RefObject, useMemo, useRef } from 'react';
import { useRouteRef } from '@backstage/core-plugin-api';
import Box from '@mui/material/Box';
import {
  sortBy,
  useNow,
  useRestOfHeight,
  useVirtualRows,
} from '@slipway/platform-react';
import { ChangeRequest } from '@slipway/plugin-infra-prs-common';
import { useNavigate } from 'react-router-dom';
import { CHANGE_COLUMNS, ChangeColumn } from '../../list/changeColumns';
import { ChangeSort } from '../../list/changesQuery';
import { changeRouteRef } from '../../routes';
import { changesTableLook, HEAD_HEIGHT, ROW_HEIGHT } from './changesTableLook';
import { ChangesTableHead } from './ChangesTableHead';
import { ChangesTableRow } from './ChangesTableRow';
import { useFittingColumns } from './useFittingColumns';

interface ChangesTableProps {
  readonly label: string;
  readonly items: readonly ChangeRequest[];
  readonly sort: ChangeSort | undefined;
  onSort(sort: ChangeSort | undefined): void;
}

/** Any number of changes, of which only those in sight are drawn. */
export function ChangesTable(props: ChangesTableProps) {
  const { label, items, sort, onSort } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const height = useRestOfHeight(scroller);
  const columns = useFittingColumns(scroller);
  const rows = useMemo(() => {
    const column = CHANGE_COLUMNS.find(({ id }) => id === sort?.column);
    return sort && column ? sortBy(items, column.key, sort.descending) : items;
  }, [items, sort]);
  return (
    <Box
      ref={scroller}
      role="table"
      aria-label={label}
      aria-rowcount={rows.length + 1}
      aria-colcount={columns.length}
      sx={changesTableLook(columns)}
      style={{ maxHeight: height }}
    >
      <ChangesTableHead columns={columns} sort={sort} onSort={onSort} />
      <Body rows={rows} columns={columns} scroller={scroller} />
    </Box>
  );
}

/** Relative times move on this often. Milliseconds. */
const TICK_MS = 30_000;

function Body(props: {
  rows: readonly ChangeRequest[];
  columns: readonly ChangeColumn[];
  scroller: RefObject<HTMLDivElement>;
}) {
  const { rows, columns, scroller } = props;
  const { focus, height, items } = useVirtualRows({
    scroller,
    count: rows.length,
    rowHeight: ROW_HEIGHT,
    headHeight: HEAD_HEIGHT,
  });
  const link = useRouteRef(changeRouteRef);
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
        <ChangesTableRow
          key={rows[index].number}
          item={rows[index]}
          columns={columns}
          index={index}
          to={link({ number: String(rows[index].number) })}
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
