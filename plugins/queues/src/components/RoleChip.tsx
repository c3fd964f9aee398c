import Box from '@mui/material/Box';
import { QueueState } from '@slipway/plugin-queues-common';
import { roleWords } from '../words/roleWords';

/** What the entity does with a queue. */
export function RoleChip({ role }: { role: QueueState['role'] }) {
  return (
    <Box
      component="span"
      sx={{
        px: 1,
        py: 0.25,
        borderRadius: 1,
        backgroundColor: 'action.selected',
        fontSize: theme => theme.typography.caption.fontSize,
        lineHeight: 1.5,
        whiteSpace: 'nowrap',
      }}
    >
      {roleWords(role)}
    </Box>
  );
}
