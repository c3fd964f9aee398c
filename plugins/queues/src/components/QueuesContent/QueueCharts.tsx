import { stringifyEntityRef } from '@backstage/catalog-model';
import { ResponseErrorPanel } from '@backstage/core-components';
import { useEntity } from '@backstage/plugin-catalog-react';
import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import { SourceStateAlert, TimeSeriesChart } from '@slipway/platform-react';
import { QueueState } from '@slipway/plugin-queues-common';
import { ShownHistory } from '../../hooks/useHistoryWindow';
import { useQueueHistory } from '../../hooks/useQueueHistory';
import { chartsOfQueue, deadLetterCharts } from './chartsOfQueue';

const grid = {
  display: 'grid',
  gap: 3,
  gridTemplateColumns: { xs: '1fr', md: 'repeat(2, minmax(0, 1fr))' },
};

/** What a queue and its dead-letter queue did in the time that the tab shows. */
export function QueueCharts(props: { queue: QueueState; time: ShownHistory }) {
  const { queue, time } = props;
  const { entity } = useEntity();
  const { data, error } = useQueueHistory(
    {
      entityRef: stringifyEntityRef(entity),
      environment: queue.environment,
      queue: queue.name,
    },
    time.read,
  );
  if (error && !data) return <ResponseErrorPanel error={error} />;
  if (!data) {
    return (
      <Box role="status" aria-label={`Loading history of ${queue.name}`}>
        <Skeleton variant="rounded" height={180} />
      </Box>
    );
  }
  const charts = [
    ...chartsOfQueue(data.queue.data, queue),
    ...deadLetterCharts(data.dlq?.data),
  ];
  return (
    <>
      <SourceStateAlert result={data.queue} />
      {data.dlq && <SourceStateAlert result={data.dlq} />}
      <Box sx={grid}>
        {charts.map(chart => (
          <TimeSeriesChart
            key={chart.title}
            {...chart}
            range={time.shown}
            onZoom={time.setZoom}
          />
        ))}
      </Box>
    </>
  );
}
