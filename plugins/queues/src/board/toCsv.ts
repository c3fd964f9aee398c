import { BoardRow } from '@slipway/plugin-queues-common';
import Papa from 'papaparse';
import { BoardColumn } from './boardColumns';

/**
 * Text that a spreadsheet would run as a formula, on one line or several; its full-width twins too, which some take for the same.
 * See https://owasp.org/www-community/attacks/CSV_Injection
 */
const FORMULA = /^\s*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;

/** The rows as CSV: raw numbers with their unit in the header, times in ISO 8601, nothing that a spreadsheet would run. */
export function toCsv(
  rows: readonly BoardRow[],
  columns: readonly BoardColumn[],
): string {
  const fields = columns.flatMap(({ title, value, csv }) =>
    Object.entries(csv ?? { [title]: value }),
  );
  return Papa.unparse(
    {
      fields: fields.map(([name]) => name),
      data: rows.map(row => fields.map(([, value]) => value(row))),
    },
    { escapeFormulae: FORMULA },
  );
}
