import { useMemo } from 'react';
import { BoardResponse } from '@slipway/plugin-queues-common';
import { BoardQuery } from '../board/boardQuery';
import { filterRows, ofRisks } from '../board/filterRows';
import { sortRows } from '../board/sortRows';

/** The rows that a query means in its order, and those that it means but for their risk. */
export function useBoardRows(board: BoardResponse, query: BoardQuery) {
  const filtered = useMemo(
    () => filterRows(board.rows, query, board.mine),
    [board, query],
  );
  const rows = useMemo(
    () => sortRows(ofRisks(filtered, query.risks), query.sort),
    [filtered, query.risks, query.sort],
  );
  return { filtered, rows };
}
