import { Link } from '@backstage/core-components';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { BoardRow } from '@slipway/plugin-queues-common';
import {
  EnvironmentChip,
  formatNumber,
  RelativeTime,
  StatusChip,
  StatusKind,
} from '@slipway/platform-react';
import { useQueueLink } from '../../hooks/useQueueLink';
import { growthWords } from '../../words/growthWords';
import { deadLettersOf } from './deadLettersOfTeams';

const LEVELS: Readonly<
  Record<BoardRow['risk']['level'], { status: StatusKind; label: string }>
> = {
  critical: { status: 'error', label: 'Critical' },
  warning: { status: 'warning', label: 'Warning' },
  ok: { status: 'ok', label: 'OK' },
  unknown: { status: 'unknown', label: 'Unknown' },
};

/** A queue with dead letters: how many, whether there come more, and how long they will be there. */
export function DeadLettersRow({ row }: { row: BoardRow }) {
  const link = useQueueLink();
  const { entityRef, name: queue, environment, risk } = row;
  const count = deadLettersOf(row) ?? 0;
  return (
    <Box
      component="li"
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        columnGap: 1.5,
        py: 1,
        borderBottom: '1px solid',
        borderColor: 'divider',
      }}
    >
      <Box sx={{ flex: '1 1 240px', minWidth: 0 }}>
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
          <EnvironmentChip name={environment} />
          <Typography variant="body1" component="span" noWrap title={queue}>
            <Link to={link({ entityRef, environment, queue })}>{queue}</Link>
          </Typography>
        </Box>
        <Typography variant="body2" color="text.secondary">
          <strong>
            {formatNumber(count)} dead letter{count === 1 ? '' : 's'}
          </strong>
          <Trend row={row} />
        </Typography>
      </Box>
      <StatusChip {...LEVELS[risk.level]} title={risk.reasons.join('; ')} />
    </Box>
  );
}

function Trend({ row: { dlq } }: { row: BoardRow }) {
  const growth = growthWords(dlq?.grownLastHour);
  return (
    <>
      {growth && ` · ${growth}`}
      {dlq?.expires && (
        <>
          {' · oldest expires '}
          <RelativeTime value={dlq.expires} />
        </>
      )}
    </>
  );
}
