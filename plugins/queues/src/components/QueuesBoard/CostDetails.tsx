import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import LinearProgress from '@mui/material/LinearProgress';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import {
  EnvironmentChip,
  formatNumber,
  MetricTile,
} from '@slipway/platform-react';
import { QueuesCost } from '@slipway/plugin-queues-common';

const dollars = new Intl.NumberFormat('en', {
  style: 'currency',
  currency: 'USD',
});

const MODES: Readonly<
  Record<QueuesCost['mode'], { severity: 'success' | 'warning'; text: string }>
> = {
  full: { severity: 'success', text: 'Metrics are read as often as wanted.' },
  slower: {
    severity: 'warning',
    text: 'Metrics are read less often, since little of the budget of today is left.',
  },
  paused: {
    severity: 'warning',
    text: 'Metrics are not read until midnight (UTC), since the budget of today is used up. Counts of SQS go on.',
  },
};

/** Metrics, what they cost, and what is done about it. */
export function CostDetails({ cost }: { cost: QueuesCost }) {
  const today = (cost.metricsToday / 1000) * cost.pricePerThousand;
  const mode = MODES[cost.mode];
  return (
    <>
      <Alert severity={mode.severity} variant="outlined" sx={{ py: 0.25 }}>
        {mode.text}
      </Alert>
      <Box sx={{ display: 'flex', gap: 2 }}>
        <MetricTile
          label="Last 24 hours"
          value={dollars.format(cost.costLast24h)}
          delta={`${formatNumber(cost.metricsLast24h)} metrics`}
        />
        <MetricTile
          label="Today (UTC)"
          value={dollars.format(today)}
          delta={`${formatNumber(cost.metricsToday)} metrics`}
        />
      </Box>
      <Budget today={today} budget={cost.dailyBudget} />
      <Environments cost={cost} />
      <Typography variant="caption" color="text.secondary">
        {dollars.format(cost.pricePerThousand)} for 1,000 metrics of
        GetMetricData.
      </Typography>
    </>
  );
}

function Budget(props: { today: number; budget: number | undefined }) {
  const { today, budget } = props;
  if (budget === undefined) {
    return <Typography variant="body2">There is no budget.</Typography>;
  }
  const share = budget > 0 ? Math.min(today / budget, 1) : 1;
  const label = `${dollars.format(today)} of ${dollars.format(
    budget,
  )} a day are used`;
  return (
    <Box>
      <Typography variant="body2" gutterBottom>
        {label}
      </Typography>
      <LinearProgress
        variant="determinate"
        aria-label={label}
        value={share * 100}
        color={share > 0.8 ? 'warning' : 'primary'}
      />
    </Box>
  );
}

function Environments({ cost }: { cost: QueuesCost }) {
  return (
    <Table size="small" aria-label="Metrics of the last 24 hours">
      <TableHead>
        <TableRow>
          <TableCell>Environment</TableCell>
          <TableCell align="right">Metrics, 24 h</TableCell>
          <TableCell align="right">Cost</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {cost.environments.map(({ environment, metricsLast24h }) => (
          <TableRow key={environment}>
            <TableCell>
              <EnvironmentChip name={environment} />
            </TableCell>
            <TableCell align="right">{formatNumber(metricsLast24h)}</TableCell>
            <TableCell align="right">
              {dollars.format((metricsLast24h / 1000) * cost.pricePerThousand)}
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
