import { ReactNode } from 'react';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { RiCheckboxCircleLine, RiInboxLine } from '@remixicon/react';

/** In place of a short list that is empty: that all is done, or only that there is nothing. @public */
export function EmptyLine(props: { isDone: boolean; children: ReactNode }) {
  const { isDone, children } = props;
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
      <Typography variant="body1">{children}</Typography>
    </Box>
  );
}
