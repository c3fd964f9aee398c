import TableCell from '@mui/material/TableCell';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import { Redrive } from '@slipway/plugin-queues-common';
import {
  formatDuration,
  formatRate,
  NO_DATA,
  RelativeTime,
  StatusChip,
} from '@slipway/platform-react';
import { redriveLooks } from '../../words/redriveLooks';
import { movedWords } from '../../words/redriveWords';
import { PersonLink } from '../PersonLink';

function took({ startedAt, finishedAt }: Redrive): string {
  return finishedAt
    ? formatDuration((Date.parse(finishedAt) - Date.parse(startedAt)) / 1000)
    : NO_DATA;
}

/** One redrive: who, when, what became of it. */
export function RedriveRow({ redrive }: { redrive: Redrive }) {
  const { kind, velocity, failure, cancelledBy } = redrive;
  const [status, label] = redriveLooks[redrive.status];
  return (
    <TableRow>
      <TableCell>
        <RelativeTime value={redrive.startedAt} />
      </TableCell>
      <TableCell>
        <PersonLink userRef={redrive.startedBy} />
      </TableCell>
      <TableCell>
        {kind === 'selected' ? 'Chosen messages' : 'All messages'}
        {velocity !== undefined && ` at ${formatRate(velocity)}`}
      </TableCell>
      <TableCell sx={{ fontVariantNumeric: 'tabular-nums' }}>
        {movedWords(redrive)}
      </TableCell>
      <TableCell>{took(redrive)}</TableCell>
      <TableCell>
        <StatusChip status={status} label={label} />
        {cancelledBy && (
          <Typography variant="caption" component="div">
            by <PersonLink userRef={cancelledBy} />
          </Typography>
        )}
        {failure && (
          <Typography variant="caption" component="div">
            {failure}
          </Typography>
        )}
      </TableCell>
    </TableRow>
  );
}
