import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { QueuesResponse } from '@slipway/plugin-queues-common';
import { CardStack } from '@slipway/platform-react';
import { useHistoryWindow } from '../../hooks/useHistoryWindow';
import { useOpenQueues } from '../../hooks/useOpenQueues';
import { queueKey } from '../../words/queueKey';
import { QueuePanel } from './QueuePanel';
import { TimeToolbar } from './TimeToolbar';

/** Each queue in a panel; many of them closed, so that they can be overlooked. */
export function QueueList({ queues }: Pick<QueuesResponse, 'queues'>) {
  const time = useHistoryWindow();
  const keys = queues.map(queueKey);
  const { isOpen, meant, toggle, toggleAll } = useOpenQueues(keys);
  const allOpen = keys.every(isOpen);
  return (
    <CardStack>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2 }}>
        <Box sx={{ flexGrow: 1 }}>
          <TimeToolbar time={time} />
        </Box>
        {queues.length > 1 && (
          <Button size="small" onClick={() => toggleAll(!allOpen)}>
            {allOpen ? 'Close all' : 'Open all'}
          </Button>
        )}
      </Box>
      {queues.map(result => {
        const key = queueKey(result);
        return (
          <QueuePanel
            key={key}
            result={result}
            time={time}
            open={isOpen(key)}
            meant={key === meant}
            onToggle={open => toggle(key, open)}
          />
        );
      })}
    </CardStack>
  );
}
