import { Progress, ResponseErrorPanel } from '@backstage/core-components';
import Box from '@mui/material/Box';
import Drawer from '@mui/material/Drawer';
import IconButton from '@mui/material/IconButton';
import Typography from '@mui/material/Typography';
import { RiCloseLine } from '@remixicon/react';
import { useQueuesCost } from '../../hooks/useQueuesCost';
import { CostDetails } from './CostDetails';

/** What reading CloudWatch costs, beside the board. */
export function CostDrawer({ onClose }: { onClose(): void }) {
  const { data, error } = useQueuesCost();
  return (
    <Drawer
      anchor="right"
      open
      onClose={onClose}
      PaperProps={{
        role: 'dialog',
        'aria-labelledby': 'slipway-queues-cost',
        sx: { width: 'min(440px, 100vw)', p: 3, gap: 2 },
      }}
    >
      <Box sx={{ display: 'flex', alignItems: 'center' }}>
        <Typography
          variant="h6"
          component="h2"
          id="slipway-queues-cost"
          sx={{ flexGrow: 1 }}
        >
          Cost of CloudWatch
        </Typography>
        <IconButton aria-label="Close" onClick={onClose}>
          <RiCloseLine size={20} />
        </IconButton>
      </Box>
      {data && <CostDetails cost={data} />}
      {!data && (error ? <ResponseErrorPanel error={error} /> : <Progress />)}
    </Drawer>
  );
}
