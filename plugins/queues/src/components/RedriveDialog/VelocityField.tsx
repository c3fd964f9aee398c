import { useId } from 'react';
import Box from '@mui/material/Box';
import Slider from '@mui/material/Slider';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { estimateWords } from '../../words/redriveWords';

/** @internal */
export interface VelocityFieldProps {
  /** Messages to move. */
  readonly count: number;
  readonly value: number;
  readonly max: number;
  onChange(perSecond: number): void;
}

/** How many messages a second come back, and how long that takes. */
export function VelocityField(props: VelocityFieldProps) {
  const { count, value, max, onChange } = props;
  const id = useId();
  const change = (next: number) =>
    onChange(Math.min(max, Math.max(1, Math.round(next) || 1)));
  return (
    <Box>
      <Typography variant="body2" id={id}>
        Messages per second
      </Typography>
      <Box sx={{ display: 'flex', gap: 2, alignItems: 'center' }}>
        <Slider
          aria-labelledby={id}
          size="small"
          min={1}
          max={max}
          value={value}
          onChange={(_, next) => change(Number(next))}
          sx={{ ml: 1, flex: 1 }}
        />
        <PerSecond value={value} max={max} onChange={change} />
      </Box>
      <Typography variant="body2" color="text.secondary" role="status">
        Takes {estimateWords(count, value)}. Consumers get these on top of what
        they get anyway.
      </Typography>
    </Box>
  );
}

function PerSecond(props: Omit<VelocityFieldProps, 'count'>) {
  const { value, max, onChange } = props;
  return (
    <TextField
      type="number"
      size="small"
      value={value}
      onChange={event => onChange(Number(event.target.value))}
      inputProps={{
        'aria-label': `Messages per second, 1 to ${max}`,
        min: 1,
        max,
      }}
      sx={{ width: 96 }}
    />
  );
}
