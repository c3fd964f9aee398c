import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { RiZoomOutLine } from '@remixicon/react';
import {
  ChoiceButtons,
  formatTimeTooltip,
  TimeRangeSlider,
} from '@slipway/platform-react';
import { HISTORY_RANGES } from '@slipway/plugin-queues-common';
import { RANGES } from '../../hooks/historyWindow';
import { ShownHistory } from '../../hooks/useHistoryWindow';

/** Chooses the time that all charts of the tab show. */
export function TimeToolbar({ time }: { time: ShownHistory }) {
  const { range, zoom, span } = time;
  return (
    <Box
      role="group"
      aria-label="Time of the charts"
      sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 2 }}
    >
      <ChoiceButtons
        label="Range"
        choices={RANGES}
        value={range}
        onChange={time.setRange}
      />
      <Box sx={{ flex: '1 1 160px', maxWidth: 320, px: 1.5, display: 'flex' }}>
        <TimeRangeSlider
          span={span}
          value={zoom}
          step={HISTORY_RANGES[range].period * 1000}
          onChange={time.setZoom}
        />
      </Box>
      <Zoom time={time} />
    </Box>
  );
}

function Zoom({ time }: { time: ShownHistory }) {
  const { range, zoom } = time;
  if (!zoom) {
    return (
      <Typography variant="caption" color="text.secondary">
        Drag over a chart to zoom in
      </Typography>
    );
  }
  return (
    <>
      <Typography variant="caption" color="text.secondary">
        {formatTimeTooltip(zoom.start)} to {formatTimeTooltip(zoom.end)}
      </Typography>
      <Button
        size="small"
        startIcon={<RiZoomOutLine size={16} aria-hidden />}
        onClick={() => time.setZoom(undefined)}
      >
        Show all of {range}
      </Button>
    </>
  );
}
