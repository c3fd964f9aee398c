import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import {
  formatDuration,
  formatDurationTick,
  formatNumber,
  formatPercent,
  TimeSeriesChart,
} from '@slipway/platform-react';
import { TrafficSignals } from '@slipway/plugin-metrics-common';
import { trafficWords } from '../trafficWords';

const charts = {
  display: 'grid',
  gap: 3,
  gridTemplateColumns: 'repeat(auto-fit, minmax(min(260px, 100%), 1fr))',
};

/** Rate, errors and latency of one kind of work over time. */
export function SignalCharts(props: { traffic: TrafficSignals }) {
  const { kind, series } = props.traffic;
  const words = trafficWords[kind];
  return (
    <Box component="section" aria-label={words.title}>
      <Typography variant="h6" component="h4" gutterBottom>
        {words.title}
      </Typography>
      <Box sx={charts}>
        <TimeSeriesChart
          title={`Rate, ${words.unit}`}
          series={[{ label: words.rate, points: series.rate }]}
          format={formatNumber}
          area
        />
        <TimeSeriesChart
          title="Errors, share of all"
          series={[
            { label: 'Errors', points: series.errorRatio, tone: 'error' },
          ]}
          format={formatPercent}
        />
        <TimeSeriesChart
          title="Latency"
          series={[
            { label: '50 % within', points: series.p50 },
            { label: '95 % within', points: series.p95 },
            { label: '99 % within', points: series.p99 },
          ]}
          format={formatDuration}
          formatTick={formatDurationTick}
        />
      </Box>
    </Box>
  );
}
