import { Link } from '@backstage/core-components';
import Button from '@mui/material/Button';
import Tooltip from '@mui/material/Tooltip';
import { RiAddLine } from '@remixicon/react';
import { useAddQueue } from '../../hooks/useAddQueue';

/** Leads to the form that adds a queue to the entity; nothing where there is no such form. */
export function AddQueueLink() {
  const form = useAddQueue();
  if (!form) return null;
  const icon = <RiAddLine size={16} aria-hidden />;
  if (!form.owned) {
    return (
      <Tooltip title="Only who owns the service can add a queue to it">
        <span>
          <Button size="small" startIcon={icon} disabled>
            Add a queue
          </Button>
        </span>
      </Tooltip>
    );
  }
  return (
    <Button size="small" startIcon={icon} component={Link} to={form.to}>
      Add a queue
    </Button>
  );
}
