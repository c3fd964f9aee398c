import Box from '@mui/material/Box';
import { visuallyHidden } from '@slipway/platform-react';
import { Redrive } from '@slipway/plugin-queues-common';
import { redriveLooks } from '../../words/redriveLooks';

/** Tells screen readers how far a redrive is: in steps of a quarter, since it changes every two seconds. */
export function SpokenProgress({ redrive }: { redrive: Redrive }) {
  const { status, moved, toMove } = redrive;
  const quarters = toMove ? Math.floor((4 * moved) / toMove) : 0;
  const percent = Math.min(100, quarters * 25);
  const done =
    status === 'running' && percent > 0 ? `, ${percent} % moved` : '';
  return (
    <Box role="status" aria-live="polite" sx={visuallyHidden}>
      {`Redrive: ${redriveLooks[status][1].toLowerCase()}${done}`}
    </Box>
  );
}
