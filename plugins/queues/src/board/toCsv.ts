import { formatCsv } from '@slipway/platform-react';
import { BoardRow } from '@slipway/plugin-queues-common';
import { BoardColumn } from './boardColumns';

/** The rows as CSV: raw numbers with their unit in the header, times in ISO 8601. */
export async function toCsv(
  rows: readonly BoardRow[],
  columns: readonly BoardColumn[],
): Promise<string> {
  const fields = columns.flatMap(({ title, value, csv }) =>
    Object.entries(csv ?? { [title]: value }),
  );
  return formatCsv(
    fields.map(([name]) => name),
    rows.map(row => fields.map(([, value]) => value(row))),
  );
}
