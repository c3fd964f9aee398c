import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import {
  formatDuration,
  formatNumber,
  formatPercent,
  MetricTile,
} from '@slipway/platform-react';
import { TrafficSignals } from '@slipway/plugin-metrics-common';
import { trafficWords } from '../trafficWords';
import { errorTone } from './errorTone';

/** Current rate, errors and latency of one kind of work, with their recent history. */
export function SignalTiles(props: {
  traffic: TrafficSignals;
  /** Names the kind of work, where there are several. */
  named: boolean;
}) {
  const { current, series, kind } = props.traffic;
  const words = trafficWords[kind];
  const errors = errorTone(current.errorRatio);
  return (
    <Box component="section" aria-label={words.title}>
      {props.named && (
        <Typography variant="subtitle2" component="h4" gutterBottom>
          {words.title}
        </Typography>
      )}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 3 }}>
        <MetricTile
          label={words.rate}
          value={formatNumber(current.rate)}
          unit={words.unit}
          points={series.rate}
        />
        <MetricTile
          label="Errors"
          value={formatPercent(current.errorRatio)}
          delta={errors.words}
          points={series.errorRatio}
          tone={errors.tone}
        />
        <MetricTile
          label="Latency, 95 % within"
          value={formatDuration(current.p95)}
          points={series.p95}
        />
      </Box>
    </Box>
  );
}
