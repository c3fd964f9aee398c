import Box from '@mui/material/Box';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableContainer from '@mui/material/TableContainer';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import {
  formatDuration,
  formatDurationTick,
  TimeSeriesChart,
} from '@slipway/platform-react';
import { DoraAnswer } from '@slipway/plugin-infra-prs-common';

const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium' });

function WeekTable({ weeks }: Pick<DoraAnswer, 'weeks'>) {
  return (
    <TableContainer>
      <Table size="small" aria-label="Figures by week">
        <TableHead>
          <TableRow>
            <TableCell>Week from</TableCell>
            <TableCell align="right">Live</TableCell>
            <TableCell align="right">Failed</TableCell>
            <TableCell align="right">Lead time, median</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {weeks.map(week => (
            <TableRow key={week.start}>
              <TableCell component="th" scope="row">
                {day.format(new Date(week.start))}
              </TableCell>
              <TableCell align="right">{week.live}</TableCell>
              <TableCell align="right">{week.failed}</TableCell>
              <TableCell align="right">
                {formatDuration(week.leadTime)}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}

/** How the figures went, week by week: drawn, and below that in a table, which keys and screen readers can read. */
export function FigureCharts({ weeks }: Pick<DoraAnswer, 'weeks'>) {
  const points = (
    pick: (week: DoraAnswer['weeks'][number]) => number | undefined,
  ) => weeks.map(week => ({ time: Date.parse(week.start), value: pick(week) }));
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      <Box
        sx={{
          display: 'grid',
          gap: 2,
          gridTemplateColumns: { xs: '1fr', md: '1fr 1fr' },
        }}
      >
        <TimeSeriesChart
          title="Changes by week"
          description="How many went live, and how many of the merged ones failed"
          series={[
            { label: 'Live', points: points(week => week.live) },
            {
              label: 'Failed',
              points: points(week => week.failed),
              tone: 'error',
            },
          ]}
          whole
        />
        <TimeSeriesChart
          title="Lead time by week"
          description="Median from the request to live"
          series={[
            { label: 'Lead time', points: points(week => week.leadTime) },
          ]}
          format={formatDuration}
          formatTick={formatDurationTick}
        />
      </Box>
      <WeekTable weeks={weeks} />
    </Box>
  );
}
