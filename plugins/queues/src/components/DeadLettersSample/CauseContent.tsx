import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { visibleText } from '@slipway/platform-common';
import { MessageGroup } from '@slipway/plugin-queues-common';
import { formatPercent, RelativeTime } from '@slipway/platform-react';
import { groupedByWords } from '../../words/sampleWords';

/** One cause: how many messages of the sample it has, what it is, where, and when it struck. */
export function CauseContent(props: { group: MessageGroup; seen: number }) {
  const { group, seen } = props;
  const share = group.count / seen;
  return (
    <Box sx={{ display: 'grid', gap: 0.5 }}>
      <Box sx={{ display: 'flex', gap: 1.5, alignItems: 'baseline' }}>
        <Typography
          component="span"
          variant="subtitle2"
          sx={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}
        >
          {visibleText(group.title)}
        </Typography>
        <Typography component="span" variant="body2" noWrap>
          {group.count} of {seen}, {formatPercent(share)}
        </Typography>
      </Box>
      <ShareBar share={share} />
      <Circumstances group={group} />
    </Box>
  );
}

function Circumstances({ group }: { group: MessageGroup }) {
  return (
    <Typography
      component="span"
      variant="caption"
      color="text.secondary"
      sx={{ overflowWrap: 'anywhere' }}
    >
      {group.eventType && <>Event {visibleText(group.eventType)}. </>}
      {group.location && (
        <>
          At <code>{visibleText(group.location)}</code>.{' '}
        </>
      )}
      <Sent group={group} />; {groupedByWords(group.by)}.
    </Typography>
  );
}

/** Milliseconds between which two times are one for a person. */
const SAME_MS = 60_000;

function Sent({ group }: { group: MessageGroup }) {
  const { firstSentAt, lastSentAt } = group;
  return Date.parse(lastSentAt) - Date.parse(firstSentAt) < SAME_MS ? (
    <>
      Sent <RelativeTime value={lastSentAt} />
    </>
  ) : (
    <>
      First sent <RelativeTime value={firstSentAt} />, last{' '}
      <RelativeTime value={lastSentAt} />
    </>
  );
}

function ShareBar({ share }: { share: number }) {
  return (
    <Box
      component="span"
      aria-hidden
      sx={{ display: 'block', height: 6, borderRadius: 1, bgcolor: 'divider' }}
    >
      <Box
        component="span"
        sx={{
          display: 'block',
          height: '100%',
          width: `${Math.max(1, share * 100)}%`,
          borderRadius: 1,
          bgcolor: 'error.main',
        }}
      />
    </Box>
  );
}
