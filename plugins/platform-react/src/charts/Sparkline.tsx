import Box from '@mui/material/Box';
import { TimePoint } from '@slipway/platform-common';
import { chartColor, ChartTone } from './chartColor';

const WIDTH = 100;
const HEIGHT = 24;

/** Path of a series in the box; a point without a value breaks the line. */
function toPath(points: readonly TimePoint[]): string {
  const values = points.flatMap(({ value }) => value ?? []);
  const times = points.map(({ time }) => time);
  const [start, end] = [Math.min(...times), Math.max(...times)];
  const [low, high] = [Math.min(0, ...values), Math.max(1e-9, ...values)];
  let pen = 'M';
  return points
    .map(({ time, value }) => {
      if (value === undefined) {
        pen = 'M';
        return '';
      }
      const x = end > start ? ((time - start) / (end - start)) * WIDTH : WIDTH;
      const y = HEIGHT - ((value - low) / (high - low)) * HEIGHT;
      const step = `${pen}${x.toFixed(1)} ${y.toFixed(1)}`;
      pen = 'L';
      return step;
    })
    .join('');
}

/** The shape of a series at a glance, without axes. @public */
export function Sparkline(props: {
  points: readonly TimePoint[];
  /** What it shows, for screen readers. */
  label: string;
  tone?: ChartTone;
  /** Pixels. */
  height?: number;
}) {
  const { points, label, tone = 'primary', height = 28 } = props;
  if (!points.some(({ value }) => value !== undefined)) {
    return null;
  }
  return (
    <Box
      component="svg"
      role="img"
      aria-label={label}
      viewBox={`0 -1 ${WIDTH} ${HEIGHT + 2}`}
      preserveAspectRatio="none"
      sx={{ display: 'block', width: '100%', height }}
    >
      <Box
        component="path"
        d={toPath(points)}
        vectorEffect="non-scaling-stroke"
        sx={{
          fill: 'none',
          stroke: theme => chartColor(theme, tone),
          strokeWidth: 1.5,
          strokeLinecap: 'round',
          strokeLinejoin: 'round',
        }}
      />
    </Box>
  );
}
