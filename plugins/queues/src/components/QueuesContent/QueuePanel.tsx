import { Link } from '@backstage/core-components';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { SourceResult } from '@slipway/platform-common';
import { QueueState } from '@slipway/plugin-queues-common';
import {
  EnvironmentChip,
  formatDuration,
  SlipwayCard,
  SourceStateAlert,
  StaleBadge,
} from '@slipway/platform-react';
import { DlqStatus } from '../DlqStatus';
import { QueueTiles } from '../QueueTiles';
import { DlqPanel } from './DlqPanel';
import { QueueCharts } from './QueueCharts';

/** All about one queue. */
export function QueuePanel({ result }: { result: SourceResult<QueueState> }) {
  const { data, source } = result;
  return (
    <SlipwayCard
      title={source.target ?? 'Queue'}
      action={data && <Link to={data.consoleUrl}>AWS console</Link>}
    >
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        <EnvironmentChip name={source.environment ?? ''} />
        {data && <DlqStatus queue={data} />}
        <StaleBadge result={result} />
      </Box>
      <SourceStateAlert result={result} />
      {data && (
        <>
          <QueueTiles queue={data} details />
          {data.dlq && (
            <DlqPanel environment={data.environment} dlq={data.dlq} />
          )}
          <QueueCharts queue={data} />
          <Typography variant="caption" color="text.secondary">
            {data.fifo ? 'FIFO' : 'Standard'} queue, keeps messages for{' '}
            {formatDuration(data.retentionSeconds)},{' '}
            {data.encrypted ? 'encrypted' : 'not encrypted'}.
          </Typography>
        </>
      )}
    </SlipwayCard>
  );
}
