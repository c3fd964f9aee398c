import { useState } from 'react';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { SourceStateAlert } from '@slipway/platform-react';
import { BoardResponse } from '@slipway/plugin-queues-common';

/** More than this are folded. */
const MAX_SHOWN = 2;

/** What could not be read, with what to do about it, and whether CloudWatch is saved. */
export function BoardSources(
  props: Pick<BoardResponse, 'sources' | 'degraded'>,
) {
  const { degraded } = props;
  const [all, setAll] = useState(false);
  const sources = props.sources.filter(
    ({ state, message }) => state !== 'ok' && (state !== 'stale' || message),
  );
  if (sources.length === 0 && !degraded) return null;
  const shown = all ? sources : sources.slice(0, MAX_SHOWN);
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', gap: 1 }}>
      {shown.map(result => (
        <SourceStateAlert
          key={`${result.source.environment} ${result.source.upstream} ${result.source.target}`}
          result={result}
        />
      ))}
      {sources.length > shown.length && (
        <Button
          size="small"
          sx={{ alignSelf: 'flex-start' }}
          onClick={() => setAll(true)}
        >
          {sources.length - shown.length} more that cannot be read
        </Button>
      )}
      {degraded && (
        <Alert severity="info" variant="outlined" sx={{ py: 0.25 }}>
          {degraded}
        </Alert>
      )}
    </Box>
  );
}
