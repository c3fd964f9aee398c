import Box from '@mui/material/Box';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableContainer from '@mui/material/TableContainer';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import { formatDuration, TimeSeriesChart } from '@slipway/platform-react';
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

/** Seconds of the unit that the axis counts in, so that its ticks are round. */
function unitOf(weeks: DoraAnswer['weeks']): number {
  const longest = Math.max(0, ...weeks.map(week => week.leadTime ?? 0));
  if (longest > 2 * 86_400) return 86_400;
  return longest > 2 * 3_600 ? 3_600 : 60;
}

type Weeks = Pick<DoraAnswer, 'weeks'>;

function pointsOf(
  weeks: DoraAnswer['weeks'],
  pick: (week: DoraAnswer['weeks'][number]) => number | undefined,
) {
  return weeks.map(week => ({
    time: Date.parse(week.start),
    value: pick(week),
  }));
}

function ChangesChart({ weeks }: Weeks) {
  return (
    <TimeSeriesChart
      title="Changes by week"
      description="How many went live, and how many of the merged ones failed"
      series={[
        { label: 'Live', points: pointsOf(weeks, week => week.live) },
        {
          label: 'Failed',
          points: pointsOf(weeks, week => week.failed),
          tone: 'error',
        },
      ]}
      whole
    />
  );
}

function LeadTimeChart({ weeks }: Weeks) {
  const unit = unitOf(weeks);
  const points = pointsOf(weeks, ({ leadTime }) =>
    leadTime === undefined ? undefined : leadTime / unit,
  );
  return (
    <TimeSeriesChart
      title="Lead time by week"
      description="Median from the request to live"
      series={[{ label: 'Lead time', points }]}
      format={value => formatDuration(value * unit)}
    />
  );
}

/** How the figures went, week by week: drawn, and below that in a table, which keys and screen readers can read. */
export function FigureCharts({ weeks }: Weeks) {
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      <Box
        sx={{
          display: 'grid',
          gap: 2,
          gridTemplateColumns: { xs: '1fr', md: '1fr 1fr' },
        }}
      >
        <ChangesChart weeks={weeks} />
        <LeadTimeChart weeks={weeks} />
      </Box>
      <WeekTable weeks={weeks} />
    </Box>
  );
}
