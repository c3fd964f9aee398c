import { useEffect, useRef } from 'react';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { MAX_PEEK, PeekResponse } from '@slipway/plugin-queues-common';
import { RelativeTime } from '@slipway/platform-react';
import { sampleWords } from '../../words/sampleWords';
import { GuardedButton } from '../GuardedButton';

/** What was looked at and when, and ways to look at more or again. */
export function SampleHeader(props: {
  sample: PeekResponse;
  whyNot: string | undefined;
  /** What was pressed is gone now. */
  takesFocus: boolean;
  onLook(limit: number, more: boolean): void;
}) {
  const { sample, whyNot, takesFocus, onLook } = props;
  const seen = sample.messages.length;
  const more = Math.min(MAX_PEEK, Math.max(50, 2 * seen));
  return (
    <Box
      sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}
    >
      <Seen sample={sample} takesFocus={takesFocus} />
      {seen < sample.total && (
        <GuardedButton
          size="small"
          variant="outlined"
          whyNot={whyNot}
          onClick={() => onLook(more, true)}
        >
          Look at more (up to {more})
        </GuardedButton>
      )}
      <GuardedButton
        size="small"
        whyNot={whyNot}
        onClick={() => onLook(Math.min(MAX_PEEK, Math.max(20, seen)), false)}
      >
        Look again
      </GuardedButton>
    </Box>
  );
}

function Seen(props: { sample: PeekResponse; takesFocus: boolean }) {
  const { sample, takesFocus } = props;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (takesFocus) heading.current?.focus();
  }, [takesFocus]);
  return (
    <Box sx={{ flex: 1, minWidth: 240 }}>
      <Typography
        component="h3"
        variant="subtitle1"
        ref={heading}
        tabIndex={-1}
        sx={{ outline: 'none' }}
      >
        {sampleWords(sample)}
      </Typography>
      <Typography variant="caption" color="text.secondary">
        Looked <RelativeTime value={sample.asOf} />.{' '}
        {sample.messages.length < sample.total
          ? 'Shares are those of the sample: others may have other causes.'
          : 'Counts of SQS are estimates.'}
      </Typography>
      {sample.notes?.map(note => (
        <Typography
          key={note}
          variant="caption"
          color="text.secondary"
          component="div"
        >
          {note}
        </Typography>
      ))}
    </Box>
  );
}
