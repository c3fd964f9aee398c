import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { RiCheckboxCircleLine, RiInboxLine } from '@remixicon/react';

/** In place of an empty list; it says no more than is known. */
export function NothingToShow(props: {
  view: 'waiting' | 'mine';
  /** All changes could be read. */
  isSure: boolean;
}) {
  const isDone = props.view === 'waiting' && props.isSure;
  const Icon = isDone ? RiCheckboxCircleLine : RiInboxLine;
  return (
    <Box
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 1,
        py: 2,
        '& svg': {
          color: isDone ? 'success.main' : 'text.secondary',
          flexShrink: 0,
        },
      }}
    >
      <Icon aria-hidden />
      <Typography variant="body1">{wordsOf(props)}</Typography>
    </Box>
  );
}

function wordsOf(props: { view: 'waiting' | 'mine'; isSure: boolean }) {
  if (props.view === 'mine') return 'You have asked for nothing yet.';
  return props.isSure
    ? 'Nothing waits for you.'
    : 'Nothing waits for you, as far as GitHub could be read.';
}
