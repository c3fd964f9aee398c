/**
 * Text that a spreadsheet would run as a formula, on one line or several; its full-width twins too, which some take for the same.
 * See https://owasp.org/www-community/attacks/CSV_Injection
 */
const FORMULA = /^\s*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;

/** What stands in a cell. @public */
export type CsvValue = string | number | boolean | undefined;

/** A table as CSV, with nothing in it that a spreadsheet would run. @public */
export async function formatCsv(
  fields: readonly string[],
  data: ReadonlyArray<readonly CsvValue[]>,
): Promise<string> {
  // Few pages ever save a file.
  const { default: Papa } = await import('papaparse');
  return Papa.unparse(
    { fields: [...fields], data: data.map(row => [...row]) },
    { escapeFormulae: FORMULA },
  );
}
