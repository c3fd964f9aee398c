import { useEffect, useRef } from 'react';
import { useBrush, useDrawingArea } from '@mui/x-charts/hooks';
import { ChartsBrushOverlay } from '@mui/x-charts/ChartsBrushOverlay';
import { TimeSpan, toTimeSpan } from './timeSpan';

/** Lets a pointer drag over a chart choose a part of its time. Draws inside of a chart with `brushConfig` on. */
export function ZoomBrush(props: {
  /** What the chart shows. */
  shown: TimeSpan;
  onZoom(span: TimeSpan): void;
}) {
  const brush = useBrush();
  const area = useDrawingArea();
  const latest = useRef(props);
  latest.current = props;
  const drawn = useRef<ReturnType<typeof useBrush>>(null);
  useEffect(() => {
    const last = drawn.current;
    drawn.current = brush;
    // The chart clears its brush when the pointer goes up.
    if (!last || brush) return;
    const { shown, onZoom } = latest.current;
    const span = toTimeSpan(last.start.x, last.current.x, area, shown);
    if (span) onZoom(span);
  }, [brush, area]);
  return <ChartsBrushOverlay />;
}
