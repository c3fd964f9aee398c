import { lazy, Suspense, useState } from 'react';
import { usePermission } from '@backstage/plugin-permission-react';
import Button from '@mui/material/Button';
import { RiMoneyDollarCircleLine } from '@remixicon/react';
import { queuesCostReadPermission } from '@slipway/plugin-queues-common';

const CostDrawer = lazy(() =>
  import('./CostDrawer').then(m => ({ default: m.CostDrawer })),
);

/** Shows what reading CloudWatch costs, to those who may know. */
export function CostButton() {
  const { allowed } = usePermission({ permission: queuesCostReadPermission });
  const [open, setOpen] = useState(false);
  if (!allowed) return null;
  return (
    <>
      <Button
        size="small"
        startIcon={<RiMoneyDollarCircleLine size={16} aria-hidden />}
        onClick={() => setOpen(true)}
      >
        CloudWatch cost
      </Button>
      {open && (
        <Suspense fallback={null}>
          <CostDrawer onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
