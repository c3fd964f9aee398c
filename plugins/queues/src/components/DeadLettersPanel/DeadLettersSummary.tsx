import { Link } from '@backstage/core-components';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { RiAlertFill } from '@remixicon/react';
import {
  formatNumber,
  MetricTile,
  RelativeTime,
  SourceStateAlert,
  StaleBadge,
} from '@slipway/platform-react';
import { allMessages, DeadLetters } from '../../deadLettersOf';
import { growthWords } from '../../words/growthWords';

/** How many dead letters there are, since when, where from, and until when. */
export function DeadLettersSummary({ letters }: { letters: DeadLetters }) {
  const { counts } = letters;
  return (
    <Box sx={{ display: 'grid', gap: 1 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2 }}>
        <Count letters={letters} />
        <Origin letters={letters} />
      </Box>
      {counts.state === 'stale' && (
        <Box>
          <StaleBadge result={counts} />
        </Box>
      )}
      <SourceStateAlert result={counts} />
    </Box>
  );
}

function Count({ letters }: { letters: DeadLetters }) {
  const { counts, grownLastHour, history } = letters;
  const count = counts.data && allMessages(counts.data);
  const hidden = counts.data?.inFlight ?? 0;
  const failing = count !== undefined && count > 0;
  return (
    <Box sx={{ maxWidth: 220, flex: 1 }}>
      <MetricTile
        label="Dead letters"
        value={formatNumber(count)}
        unit={hidden > 0 ? `(${formatNumber(hidden)} being looked at)` : ''}
        tone={failing ? 'error' : 'neutral'}
        icon={failing && <RiAlertFill size={18} aria-hidden />}
        delta={growthWords(grownLastHour)}
        points={history.data?.visible}
      />
    </Box>
  );
}

function Origin({ letters }: { letters: DeadLetters }) {
  const { expiry, maxReceiveCount, sourceQueues } = letters;
  return (
    <Typography
      variant="body2"
      component="div"
      color="text.secondary"
      sx={{ flex: 1, minWidth: 200, alignSelf: 'center' }}
    >
      {sourceQueues.length > 0 && (
        <div>
          From {sourceQueues.join(', ')}
          {maxReceiveCount !== undefined &&
            `, after ${maxReceiveCount} failed receives`}
        </div>
      )}
      {expiry && (
        <div>
          The oldest expires{' '}
          <RelativeTime value={expiry.exact ?? expiry.latest} />
          {!expiry.exact && ' at the latest'}
        </div>
      )}
      <Link to={letters.consoleUrl}>AWS console</Link>
    </Typography>
  );
}
