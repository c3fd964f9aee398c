import { useState } from 'react';
import Slider from '@mui/material/Slider';
import { formatTimeTooltip } from './formatTimeTick';
import { TimeSpan } from './timeSpan';

/**
 * Two ends on a time line: chooses a part of a time with arrow keys, or a pointer.
 * @public
 */
export function TimeRangeSlider(props: {
  /** All that can be chosen from. */
  span: TimeSpan;
  /** What is chosen; undefined for all. */
  value: TimeSpan | undefined;
  /** Milliseconds that an arrow key moves an end. */
  step: number;
  onChange(value: TimeSpan): void;
}) {
  const { span, value = span, step, onChange } = props;
  const [moved, setMoved] = useState<number[]>();
  const shown = moved ?? [
    Math.max(value.start, span.start),
    Math.min(value.end, span.end),
  ];
  return (
    <Slider
      size="small"
      disableSwap
      min={span.start}
      max={span.end}
      step={step}
      value={shown}
      valueLabelDisplay="auto"
      valueLabelFormat={formatTimeTooltip}
      getAriaLabel={index => (index === 0 ? 'Shown from' : 'Shown until')}
      getAriaValueText={formatTimeTooltip}
      onChange={(_, next) => setMoved([next].flat())}
      onChangeCommitted={(_, next) => {
        const [start, end] = [next].flat();
        setMoved(undefined);
        if (end > start) onChange({ start, end });
      }}
    />
  );
}
