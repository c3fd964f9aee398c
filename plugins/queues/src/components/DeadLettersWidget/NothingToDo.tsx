import { ReactElement } from 'react';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { RiCheckboxCircleLine, RiInboxLine } from '@remixicon/react';

/** In place of a list without entries; it says no more than is known. */
export function NothingToDo(props: {
  /** The person's teams own queues. */
  ownsQueues: boolean;
  /** All of them could be read. */
  isSure: boolean;
}) {
  const { ownsQueues, isSure } = props;
  if (!ownsQueues) {
    return (
      <Note icon={<RiInboxLine aria-hidden />} color="text.secondary">
        Your teams own no queues yet.
      </Note>
    );
  }
  return (
    <Note icon={<RiCheckboxCircleLine aria-hidden />} color="success.main">
      {isSure
        ? 'No dead letters. Nothing to do.'
        : 'No dead letters in the queues that could be read.'}
    </Note>
  );
}

function Note(props: { icon: ReactElement; color: string; children: string }) {
  return (
    <Box
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 1,
        py: 2,
        '& svg': { color: props.color, flexShrink: 0 },
      }}
    >
      {props.icon}
      <Typography variant="body1">{props.children}</Typography>
    </Box>
  );
}
