import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { SourceResult } from '@slipway/platform-common';
import { QueueState } from '@slipway/plugin-queues-common';
import {
  EnvironmentChip,
  formatNumber,
  RelativeTime,
  sourceStateKind,
  sourceStateLabel,
  StaleBadge,
  StatusChip,
} from '@slipway/platform-react';
import { drainWords } from '../../words/drainWords';
import { isPlainDlq } from '../../words/isPlainDlq';
import { DlqStatus } from '../DlqStatus';
import { RoleChip } from '../RoleChip';
import { WarningsChip } from '../WarningsChip';

const row = {
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: 1,
  flexGrow: 1,
  minWidth: 0,
  mr: 1,
};

/** A queue in one line. */
export function QueueHeading({ result }: { result: SourceResult<QueueState> }) {
  const { data, source, state, asOf } = result;
  return (
    <Box component="span" sx={row}>
      <EnvironmentChip name={source.environment ?? ''} />
      <Typography
        component="span"
        variant="subtitle1"
        sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}
      >
        {source.target}
      </Typography>
      {data ? (
        <Numbers queue={data} />
      ) : (
        <StatusChip
          status={sourceStateKind(state)}
          label={sourceStateLabel(state)}
        />
      )}
      <Box component="span" sx={{ flexGrow: 1 }} />
      <StaleBadge result={result} />
      {state === 'ok' && asOf && (
        <Typography component="span" variant="caption" color="text.secondary">
          as of <RelativeTime value={asOf} />
        </Typography>
      )}
    </Box>
  );
}

function Numbers({ queue }: { queue: QueueState }) {
  return (
    <>
      <RoleChip role={queue.role} />
      <DlqStatus queue={queue} />
      <WarningsChip queue={queue} />
      {!isPlainDlq(queue) && (
        <Typography component="span" variant="body2" color="text.secondary">
          {queue.visible > 0 && `${formatNumber(queue.visible)} waiting, `}
          {drainWords(queue.drain)}
        </Typography>
      )}
    </>
  );
}
