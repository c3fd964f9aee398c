import Box from '@mui/material/Box';
import TableCell from '@mui/material/TableCell';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import { SourceResult } from '@slipway/platform-common';
import { QueueState } from '@slipway/plugin-queues-common';
import {
  EnvironmentChip,
  formatDuration,
  formatNumber,
  formatRate,
  sourceStateKind,
  sourceStateLabel,
  Sparkline,
  StaleBadge,
  StatusChip,
} from '@slipway/platform-react';
import { growthWords } from '../../words/growthWords';
import { drainShort } from '../../words/drainWords';
import { roleWords } from '../../words/roleWords';
import { QueueNameLink } from '../QueueNameLink';

const nowrap = { whiteSpace: 'nowrap' };

/** A queue in one line. */
export function QueueLine({ result }: { result: SourceResult<QueueState> }) {
  const { data, source } = result;
  return (
    <TableRow hover>
      <TableCell component="th" scope="row">
        <QueueNameLink source={source} />
        <Box
          sx={{
            display: 'flex',
            flexWrap: 'wrap',
            alignItems: 'center',
            columnGap: 1,
            rowGap: 0.5,
            mt: 0.5,
          }}
        >
          <EnvironmentChip name={source.environment ?? ''} />
          {data && <Remark queue={data} />}
          <StaleBadge result={result} />
        </Box>
      </TableCell>
      {data ? <Numbers queue={data} /> : <Unread result={result} />}
    </TableRow>
  );
}

/** What the entity does with it, how much goes through, and whether something is set up badly. */
function Remark({ queue }: { queue: QueueState }) {
  const { role, warnings, sentPerSecond, receivedPerSecond } = queue;
  const count = warnings.filter(({ severity }) => severity !== 'info').length;
  const words = [
    roleWords(role),
    `${formatRate(sentPerSecond)} in, ${formatRate(
      queue.deletedPerSecond ?? receivedPerSecond,
    )} out`,
    count > 0 && (count === 1 ? '1 warning' : `${count} warnings`),
  ];
  return (
    <Typography variant="caption" color="text.secondary" component="div">
      {words.filter(Boolean).join(' · ')}
    </Typography>
  );
}

function Numbers({ queue }: { queue: QueueState }) {
  return (
    <>
      <TableCell align="right" sx={{ width: 96 }}>
        {formatNumber(queue.visible)}
        <Sparkline
          points={queue.history.data?.visible ?? []}
          label={`Waiting in ${queue.name}, recent`}
          height={16}
        />
      </TableCell>
      <TableCell align="right" sx={nowrap}>
        {formatDuration(queue.oldestAgeSeconds)}
      </TableCell>
      <TableCell align="right" sx={nowrap}>
        {drainShort(queue.drain)}
      </TableCell>
      <TableCell align="right">
        <DeadLetters queue={queue} />
      </TableCell>
    </>
  );
}

function DeadLetters({ queue }: { queue: QueueState }) {
  const { dlq, isDlq, visible } = queue;
  if (!dlq && !isDlq) return <StatusChip status="warning" label="no DLQ" />;
  const count = dlq ? dlq.counts.data?.visible : visible;
  if (!count) return <>{formatNumber(count)}</>;
  return (
    <StatusChip
      status="error"
      label={formatNumber(count)}
      title={growthWords(dlq?.grownLastHour)}
    />
  );
}

function Unread({ result }: { result: SourceResult<QueueState> }) {
  const { state, message, fix } = result;
  return (
    <TableCell align="right" colSpan={4}>
      <StatusChip
        status={sourceStateKind(state)}
        label={sourceStateLabel(state)}
        title={[message, fix].filter(Boolean).join('. ')}
      />
    </TableCell>
  );
}
