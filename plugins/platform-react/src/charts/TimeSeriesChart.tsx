import { useId } from 'react';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useTheme } from '@mui/material/styles';
import { areaElementClasses, LineChart } from '@mui/x-charts/LineChart';
import { XAxis } from '@mui/x-charts/models';
import { TimePoint } from '@slipway/platform-common';
import { formatNumber } from '../format/formatNumber';
import { alignSeries, isAlone } from './alignSeries';
import { chartColor, ChartTone, toneAt } from './chartColor';
import { formatTimeTick, formatTimeTooltip } from './formatTimeTick';
import { TimeSpan } from './timeSpan';
import { ZoomBrush } from './ZoomBrush';

/** @public */
export interface ChartSeries {
  readonly label: string;
  readonly points: readonly TimePoint[];
  readonly tone?: ChartTone;
}

/** @public */
export interface TimeSeriesChartProps {
  readonly title: string;
  /** One sentence for screen readers and under the title. */
  readonly description?: string;
  readonly series: readonly ChartSeries[];
  /** Value with its unit; default a plain number. */
  readonly format?: (value: number) => string;
  /** The same for the axis, where there is little room; default `format`. */
  readonly formatTick?: (value: number) => string;
  /** Milliseconds since the epoch; default what the data spans. */
  readonly range?: TimeSpan;
  /** Called with the time that a pointer was dragged over; offer another way for the keyboard. */
  readonly onZoom?: (span: TimeSpan) => void;
  /** Values are counts: no ticks between whole numbers. */
  readonly whole?: boolean;
  /** Pixels; default 180. */
  readonly height?: number;
  /** Fills the area below the lines. */
  readonly area?: boolean;
}

const VALUE_AXIS = {
  min: 0,
  width: 56,
  tickNumber: 4,
  disableLine: true,
  disableTicks: true,
};

function timeAxis(times: number[], start: number, end: number): XAxis<'time'> {
  return {
    data: times,
    scaleType: 'time',
    min: start,
    max: end,
    tickNumber: 5,
    disableLine: true,
    valueFormatter: (time: number, context) =>
      context.location === 'tooltip'
        ? formatTimeTooltip(time)
        : formatTimeTick(time, end - start),
  };
}

/** Lines over time with axes, legend and gaps where there is no data. @public */
export function TimeSeriesChart(props: TimeSeriesChartProps) {
  const id = useId();
  const hasData = props.series.some(({ points }) =>
    points.some(({ value }) => value !== undefined),
  );
  return (
    <Box component="figure" aria-labelledby={id} sx={{ m: 0, minWidth: 0 }}>
      <Typography component="figcaption" variant="subtitle2" id={id}>
        {props.title}
      </Typography>
      {props.description && (
        <Typography variant="caption" color="text.secondary">
          {props.description}
        </Typography>
      )}
      {hasData ? <Lines {...props} /> : <NoData height={props.height} />}
    </Box>
  );
}

function Lines(props: TimeSeriesChartProps) {
  const { title, series, range, height = 180, area = false } = props;
  const format = props.format ?? formatNumber;
  const theme = useTheme();
  const { times, values } = alignSeries(series.map(({ points }) => points));
  const start = range?.start ?? times[0];
  const end = range?.end ?? times[times.length - 1];
  return (
    <LineChart
      height={height}
      skipAnimation
      title={title}
      grid={{ horizontal: true }}
      margin={{ left: 0, right: 24, top: 8, bottom: 0 }}
      xAxis={[timeAxis(times, start, end)]}
      yAxis={[
        {
          ...VALUE_AXIS,
          // All zeros would otherwise draw their line halfway up, with one tick.
          max: values.flat().some(Boolean) ? undefined : 1,
          tickMinStep: props.whole ? 1 : undefined,
          valueFormatter: props.formatTick ?? format,
        },
      ]}
      series={series.map(({ label, tone }, index) => ({
        label,
        data: values[index],
        area,
        curve: 'linear',
        color: chartColor(theme, tone ?? toneAt(index)),
        showMark: ({ index: at }) => isAlone(values[index], at),
        valueFormatter: value => (value === null ? 'no data' : format(value)),
      }))}
      brushConfig={{ enabled: props.onZoom !== undefined }}
      sx={{
        [`& .${areaElementClasses.root}`]: { fillOpacity: 0.12 },
        cursor: props.onZoom && 'crosshair',
        // A drag chooses time; pages still scroll by a touch.
        '& svg': { touchAction: 'pan-y', userSelect: 'none' },
      }}
    >
      {props.onZoom && (
        <ZoomBrush shown={{ start, end }} onZoom={props.onZoom} />
      )}
    </LineChart>
  );
}

function NoData(props: { height?: number }) {
  return (
    <Box
      sx={{
        height: props.height ?? 180,
        display: 'grid',
        placeItems: 'center',
        color: 'text.secondary',
        border: '1px dashed',
        borderColor: 'divider',
        borderRadius: 1,
        mt: 1,
      }}
    >
      <Typography variant="body2">No data in this period</Typography>
    </Box>
  );
}
