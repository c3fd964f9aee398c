import { Link } from '@backstage/core-components';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableContainer from '@mui/material/TableContainer';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import { RelativeTime, StatusChip, StatusKind } from '@slipway/platform-react';
import { Alarm, AlarmState } from '@slipway/plugin-metrics-common';

const looks: Readonly<
  Record<AlarmState, { readonly status: StatusKind; readonly label: string }>
> = {
  alarm: { status: 'error', label: 'In alarm' },
  ok: { status: 'ok', label: 'OK' },
  'insufficient-data': { status: 'unknown', label: 'Not enough data' },
};

/** One row per alarm: state, what it watches, why and since when. */
export function AlarmRows(props: { alarms: readonly Alarm[] }) {
  return (
    <TableContainer>
      <Table size="small" aria-label="Alarms">
        <TableHead>
          <TableRow>
            <TableCell>State</TableCell>
            <TableCell>Alarm</TableCell>
            <TableCell>Queue</TableCell>
            <TableCell>Reason</TableCell>
            <TableCell>Since</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {props.alarms.map(alarm => (
            <TableRow key={`${alarm.name} ${alarm.queue}`}>
              <TableCell>
                <StatusChip {...looks[alarm.state]} />
              </TableCell>
              <TableCell>
                <Link to={alarm.consoleUrl}>{alarm.name}</Link>
              </TableCell>
              <TableCell>{alarm.queue}</TableCell>
              <TableCell sx={{ overflowWrap: 'anywhere' }}>
                {alarm.reason ?? alarm.description}
              </TableCell>
              <TableCell>
                {alarm.since && <RelativeTime value={alarm.since} />}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}
