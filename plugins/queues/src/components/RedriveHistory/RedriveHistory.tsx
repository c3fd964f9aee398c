import { useId } from 'react';
import Box from '@mui/material/Box';
import Paper from '@mui/material/Paper';
import Skeleton from '@mui/material/Skeleton';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import { Redrive } from '@slipway/plugin-queues-common';
import { ActionErrorAlert } from '../ActionErrorAlert';
import { RedriveRow } from './RedriveRow';

const HEADS = ['Started', 'By', 'What', 'Moved', 'Took', 'State'];

/** Redrives of a queue so far. */
export function RedriveHistory(props: {
  redrives: readonly Redrive[] | undefined;
  error: Error | undefined;
}) {
  const { redrives, error } = props;
  const id = useId();
  return (
    <Paper
      component="section"
      variant="outlined"
      aria-labelledby={id}
      sx={{ p: 2 }}
    >
      <Typography id={id} component="h3" variant="subtitle1" sx={{ mb: 1 }}>
        Redrives so far
      </Typography>
      {error && <ActionErrorAlert error={error} />}
      {!redrives && !error && (
        <div role="status" aria-label="Loading redrives">
          <Skeleton variant="rounded" height={64} />
        </div>
      )}
      {redrives?.length === 0 && (
        <Typography variant="body2" color="text.secondary">
          Nobody sent messages of this queue back yet.
        </Typography>
      )}
      {redrives && redrives.length > 0 && (
        <HistoryTable redrives={redrives} labelledBy={id} />
      )}
    </Paper>
  );
}

function HistoryTable(props: {
  redrives: readonly Redrive[];
  labelledBy: string;
}) {
  return (
    <Box sx={{ overflowX: 'auto' }}>
      <Table size="small" aria-labelledby={props.labelledBy}>
        <TableHead>
          <TableRow>
            {HEADS.map(head => (
              <TableCell key={head}>{head}</TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {props.redrives.map(redrive => (
            <RedriveRow key={redrive.id} redrive={redrive} />
          ))}
        </TableBody>
      </Table>
    </Box>
  );
}
