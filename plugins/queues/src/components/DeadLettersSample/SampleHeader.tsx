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
  onLook(limit: number, more: boolean): void;
}) {
  const { sample, whyNot, onLook } = props;
  const seen = sample.messages.length;
  const more = Math.min(MAX_PEEK, Math.max(50, 2 * seen));
  return (
    <Box
      sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}
    >
      <Seen sample={sample} />
      {seen < sample.total && (
        <GuardedButton
          size="small"
          variant="outlined"
          whyNot={whyNot}
          onClick={() => onLook(more, true)}
        >
          Look at up to {more} more
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

function Seen({ sample }: { sample: PeekResponse }) {
  return (
    <Box sx={{ flex: 1, minWidth: 240 }}>
      <Typography component="h3" variant="subtitle1" role="status">
        {sampleWords(sample)}
      </Typography>
      <Typography variant="caption" color="text.secondary">
        Looked <RelativeTime value={sample.asOf} />.{' '}
        {sample.messages.length < sample.total
          ? 'Shares are those of the sample: others may have other causes.'
          : 'Counts of SQS are estimates.'}
      </Typography>
    </Box>
  );
}
