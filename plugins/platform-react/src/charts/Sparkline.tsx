import Box from '@mui/material/Box';
import { TimePoint } from '@slipway/platform-common';
import { chartColor, ChartTone } from './chartColor';

const WIDTH = 100;
const HEIGHT = 24;

/** More points than this are a smear. */
const MAX_POINTS = 60;

/** The highest of each few points, so that peaks stay. */
function thin(points: readonly TimePoint[]): readonly TimePoint[] {
  const size = Math.ceil(points.length / MAX_POINTS);
  if (size < 2) return points;
  return Array.from({ length: Math.ceil(points.length / size) }, (_, i) => {
    const some = points.slice(i * size, (i + 1) * size);
    const values = some.flatMap(({ value }) => value ?? []);
    return {
      time: some[0].time,
      value: values.length > 0 ? Math.max(...values) : undefined,
    };
  });
}

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
        d={toPath(thin(points))}
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
