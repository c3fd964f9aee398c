import Button from '@mui/material/Button';
import { RiDownloadLine } from '@remixicon/react';
import { saveFile } from '@slipway/platform-react';
import { ChangeRequest } from '@slipway/plugin-infra-prs-common';
import { changesCsv } from '../../list/changesCsv';

/** Saves what is filtered, with all its columns, as CSV. */
export function ExportChanges({ items }: { items: readonly ChangeRequest[] }) {
  async function save() {
    const file = new Blob([await changesCsv(items)], {
      type: 'text/csv;charset=utf-8',
    });
    const day = new Date().toISOString().slice(0, 10);
    saveFile(file, `changes-${day}.csv`);
  }
  return (
    <Button
      size="small"
      disabled={items.length === 0}
      startIcon={<RiDownloadLine size={16} aria-hidden />}
      onClick={save}
    >
      Export CSV
    </Button>
  );
}
