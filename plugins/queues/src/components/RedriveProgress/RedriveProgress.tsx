import { useId } from 'react';
import Box from '@mui/material/Box';
import LinearProgress from '@mui/material/LinearProgress';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import { Redrive } from '@slipway/plugin-queues-common';
import {
  formatDuration,
  formatRate,
  RelativeTime,
  StatusChip,
  useNow,
} from '@slipway/platform-react';
import { QueueLocator } from '../../api/QueuesApi';
import { redriveLooks } from '../../words/redriveLooks';
import { movedWords, redriveProgress } from '../../words/redriveWords';
import { PersonLink } from '../PersonLink';
import { CancelRedrive } from './CancelRedrive';
import { SpokenProgress } from './SpokenProgress';

/** A redrive that runs: who started it, how far it is, how long it will take, and a way to stop it. */
export function RedriveProgress(props: {
  queue: QueueLocator;
  redrive: Redrive;
  /** Why the person may not cancel it. */
  whyNot: string | undefined;
}) {
  const { queue, redrive, whyNot } = props;
  const id = useId();
  const [status, label] = redriveLooks[redrive.status];
  return (
    <Paper
      component="section"
      variant="outlined"
      aria-labelledby={id}
      sx={{ p: 2, display: 'grid', gap: 1.5 }}
    >
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5 }}>
        <StatusChip status={status} label={label} />
        <Typography id={id} component="h3" variant="subtitle1" sx={{ flex: 1 }}>
          {redrive.kind === 'selected'
            ? 'Sending chosen messages back to '
            : 'Sending dead letters back to '}
          {redrive.targets.join(', ') || 'where they came from'}
        </Typography>
        <CancelRedrive queue={queue} redrive={redrive} whyNot={whyNot} />
      </Box>
      <Bar redrive={redrive} />
      <Typography variant="body2" color="text.secondary">
        Started by <PersonLink userRef={redrive.startedBy} />{' '}
        <RelativeTime value={redrive.startedAt} />
        {redrive.velocity !== undefined &&
          `, at ${formatRate(redrive.velocity)} at most`}
        . You can leave this page: it goes on.
      </Typography>
      <SpokenProgress redrive={redrive} />
    </Paper>
  );
}

function Bar({ redrive }: { redrive: Redrive }) {
  const { share, perSecond, secondsLeft } = redriveProgress(
    redrive,
    useNow(1_000),
  );
  const words = [
    `${movedWords(redrive)} moved`,
    ...(perSecond ? [formatRate(perSecond)] : []),
    ...(secondsLeft
      ? [`about ${formatDuration(Math.ceil(secondsLeft))} left`]
      : []),
  ].join(', ');
  return (
    <Box>
      <LinearProgress
        variant={share === undefined ? 'indeterminate' : 'determinate'}
        value={share === undefined ? undefined : share * 100}
        aria-label="Messages moved"
        aria-valuetext={words}
        sx={{ height: 8, borderRadius: 1 }}
      />
      <Typography
        variant="body2"
        sx={{ mt: 0.5, fontVariantNumeric: 'tabular-nums' }}
      >
        {words}
      </Typography>
    </Box>
  );
}
