import { stringifyEntityRef } from '@backstage/catalog-model';
import { Link } from '@backstage/core-components';
import { EntityRefLink, useEntity } from '@backstage/plugin-catalog-react';
import Typography from '@mui/material/Typography';
import { QueueState } from '@slipway/plugin-queues-common';
import { formatDuration } from '@slipway/platform-react';
import { ShownHistory } from '../../hooks/useHistoryWindow';
import { isPlainDlq } from '../../words/isPlainDlq';
import { QueueTiles } from '../QueueTiles';
import { QueueWarnings } from '../QueueWarnings';
import { DlqPanel } from './DlqPanel';
import { PlainDlqPanel } from './PlainDlqPanel';
import { QueueCharts } from './QueueCharts';

/** The numbers, dead letters, warnings and history of a queue. */
export function QueueDetails(props: { queue: QueueState; time: ShownHistory }) {
  const { queue, time } = props;
  const { environment, dlq } = queue;
  return (
    <>
      <QueueTiles queue={queue} details />
      {dlq && <DlqPanel environment={environment} dlq={dlq} />}
      {isPlainDlq(queue) && <PlainDlqPanel queue={queue} />}
      <QueueWarnings queue={queue.name} warnings={queue.warnings} />
      <QueueCharts queue={queue} time={time} />
      <Facts queue={queue} />
    </>
  );
}

function Facts({ queue }: { queue: QueueState }) {
  const { entity } = useEntity();
  const { entityRef, fifo, encrypted } = queue;
  return (
    <Typography variant="caption" color="text.secondary">
      {fifo ? 'FIFO' : 'Standard'} queue, keeps messages for{' '}
      {formatDuration(queue.retentionSeconds)}, hides a received one for{' '}
      {formatDuration(queue.visibilityTimeoutSeconds)},{' '}
      {encrypted ? 'encrypted' : 'not encrypted'}.{' '}
      {entityRef && entityRef !== stringifyEntityRef(entity) && (
        <>
          In the catalog: <EntityRefLink entityRef={entityRef} />.{' '}
        </>
      )}
      <Link to={queue.consoleUrl}>AWS console</Link>
    </Typography>
  );
}
