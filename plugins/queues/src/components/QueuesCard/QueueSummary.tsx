import Box from '@mui/material/Box';
import { SourceResult } from '@slipway/platform-common';
import { QueueState } from '@slipway/plugin-queues-common';
import {
  EnvironmentChip,
  SourceStateAlert,
  StaleBadge,
} from '@slipway/platform-react';
import { DlqStatus } from '../DlqStatus';
import { QueueNameLink } from '../QueueNameLink';
import { QueueTiles } from '../QueueTiles';
import { RoleChip } from '../RoleChip';
import { WarningsChip } from '../WarningsChip';

/** One queue with its numbers and their history. */
export function QueueSummary({ result }: { result: SourceResult<QueueState> }) {
  const { data, source } = result;
  return (
    <Box
      component="section"
      aria-label={`${source.target} in ${source.environment}`}
      sx={{ display: 'flex', flexDirection: 'column', gap: 1 }}
    >
      <Box
        sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}
      >
        <EnvironmentChip name={source.environment ?? ''} />
        <QueueNameLink source={source} />
        {data && (
          <>
            <RoleChip role={data.role} />
            <DlqStatus queue={data} />
            <WarningsChip queue={data} />
          </>
        )}
        <StaleBadge result={result} />
      </Box>
      {data ? (
        <QueueTiles queue={data} />
      ) : (
        <SourceStateAlert result={result} />
      )}
    </Box>
  );
}
