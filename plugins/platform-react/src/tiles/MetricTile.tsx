import { ReactNode } from 'react';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { TimePoint } from '@slipway/platform-common';
import { ChartTone } from '../charts/chartColor';
import { Sparkline } from '../charts/Sparkline';

/** @public */
export interface MetricTileProps {
  readonly label: string;
  /** Formatted; `–` where there is no data. */
  readonly value: string;
  readonly unit?: string;
  /** Change or remark below the value. */
  readonly delta?: ReactNode;
  readonly points?: readonly TimePoint[];
  readonly tone?: ChartTone;
  /** Shown before the value; use it with words, not alone. */
  readonly icon?: ReactNode;
}

/** One number with its name, unit and recent history. @public */
export function MetricTile(props: MetricTileProps) {
  const { label, value, unit, delta, points, tone = 'primary' } = props;
  return (
    <Box
      role="group"
      aria-label={`${label}: ${value}${unit ? ` ${unit}` : ''}`}
      sx={{ minWidth: 120, flex: '1 1 120px' }}
    >
      <Typography variant="caption" color="text.secondary" component="div">
        {label}
      </Typography>
      <Value {...props} tone={tone} />
      {delta && (
        <Typography variant="caption" color="text.secondary" component="div">
          {delta}
        </Typography>
      )}
      {points && (
        <Sparkline points={points} label={`${label}, recent`} tone={tone} />
      )}
    </Box>
  );
}

const numberStyle = {
  fontSize: '1.5rem',
  lineHeight: 1.3,
  fontWeight: 600,
  fontVariantNumeric: 'tabular-nums',
  whiteSpace: 'nowrap',
} as const;

function Value(props: MetricTileProps & { readonly tone: ChartTone }) {
  const { value, unit, tone, icon } = props;
  const iconColor = tone === 'neutral' ? 'text.secondary' : `${tone}.main`;
  return (
    <Box sx={{ display: 'flex', alignItems: 'baseline', gap: 0.5 }}>
      {icon && (
        <Box
          component="span"
          sx={{ alignSelf: 'center', display: 'inline-flex', color: iconColor }}
        >
          {icon}
        </Box>
      )}
      <Typography component="span" sx={numberStyle}>
        {value}
      </Typography>
      {unit && (
        <Typography component="span" variant="body2" color="text.secondary">
          {unit}
        </Typography>
      )}
    </Box>
  );
}
