import Button from '@mui/material/Button';
import { RiDownloadLine } from '@remixicon/react';
import { saveFile } from '@slipway/platform-react';
import { BoardRow } from '@slipway/plugin-queues-common';
import { BoardColumn } from '../../board/boardColumns';

/** Saves what is filtered, in its order and columns, as CSV. */
export function ExportButton(props: {
  rows: readonly BoardRow[];
  columns: readonly BoardColumn[];
}) {
  const { rows, columns } = props;
  async function save() {
    const { toCsv } = await import('../../board/toCsv');
    const file = new Blob([await toCsv(rows, columns)], {
      type: 'text/csv;charset=utf-8',
    });
    const day = new Date().toISOString().slice(0, 10);
    saveFile(file, `queues-${day}.csv`);
  }
  return (
    <Button
      size="small"
      disabled={rows.length === 0}
      startIcon={<RiDownloadLine size={16} aria-hidden />}
      onClick={save}
    >
      Export CSV
    </Button>
  );
}
