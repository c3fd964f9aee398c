import { useState } from 'react';
import Button from '@mui/material/Button';
import { RiCheckDoubleLine } from '@remixicon/react';
import { ChangeRequest } from '@slipway/plugin-infra-prs-common';
import { BulkDialog } from './BulkDialog';

/** Opens the dialog to approve or merge several changes of a list; not there when the list has fewer than two. */
export function BulkButton({ items }: { items: readonly ChangeRequest[] }) {
  // What is decided about must not change while the list behind the dialog does.
  const [shown, setShown] = useState<readonly ChangeRequest[]>();
  const open = items.filter(({ state }) => state === 'open');
  if (open.length < 2 && !shown) return null;
  return (
    <>
      <Button
        size="small"
        startIcon={<RiCheckDoubleLine size={16} aria-hidden />}
        aria-haspopup="dialog"
        onClick={() => setShown(open)}
      >
        Decide about several…
      </Button>
      {shown && (
        <BulkDialog items={shown} onClose={() => setShown(undefined)} />
      )}
    </>
  );
}
