import { BoardRow } from '@slipway/plugin-queues-common';
import { BoardSort } from './boardQuery';
import { boardColumn } from './boardColumns';

const collator = new Intl.Collator('en', { numeric: true });

/** Rows by the values of a column; those without a value are last, whichever way. Equal ones stay by risk. */
export function sortRows(
  rows: readonly BoardRow[],
  { column, descending }: BoardSort,
): BoardRow[] {
  const { value } = boardColumn(column);
  const sign = descending ? -1 : 1;
  return rows
    .map(row => ({ row, key: value(row) }))
    .sort((a, b) => {
      if (a.key === undefined || b.key === undefined) {
        return Number(a.key === undefined) - Number(b.key === undefined);
      }
      const order =
        typeof a.key === 'number' && typeof b.key === 'number'
          ? a.key - b.key || 0
          : collator.compare(String(a.key), String(b.key));
      return sign * order;
    })
    .map(({ row }) => row);
}
