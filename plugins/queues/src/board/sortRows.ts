import { sortBy } from '@slipway/platform-react';
import { BoardRow } from '@slipway/plugin-queues-common';
import { BoardSort } from './boardQuery';
import { boardColumn } from './boardColumns';

/** Rows by the values of a column; those without a value are last, whichever way. Equal ones stay by risk. */
export function sortRows(
  rows: readonly BoardRow[],
  { column, descending }: BoardSort,
): BoardRow[] {
  return sortBy(rows, boardColumn(column).value, descending);
}
