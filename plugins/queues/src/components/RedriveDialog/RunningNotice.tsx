import Alert from '@mui/material/Alert';
import { Redrive } from '@slipway/plugin-queues-common';
import { RelativeTime } from '@slipway/platform-react';
import { movedWords } from '../../words/redriveWords';
import { PersonLink } from '../PersonLink';

/** Says who was faster, and how far that redrive is. */
export function RunningNotice({ running }: { running: Redrive }) {
  return (
    <Alert severity="info" variant="outlined">
      <PersonLink userRef={running.startedBy} /> started a redrive of this queue{' '}
      <RelativeTime value={running.startedAt} />: {movedWords(running)} moved. A
      queue has one at a time.
    </Alert>
  );
}
