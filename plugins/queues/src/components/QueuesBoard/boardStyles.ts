import { alpha, Theme } from '@mui/material/styles';
import { TableStyles } from '@slipway/platform-react';

/** Pixels. */
export const ROW_HEIGHT = 40;
const cell = {
  px: 1,
  display: 'flex',
  alignItems: 'center',
  minWidth: 0,
  overflow: 'hidden',
  whiteSpace: 'nowrap',
  textOverflow: 'ellipsis',
};

const chip = {
  display: 'inline-flex',
  alignItems: 'center',
  gap: 0.5,
  px: 1,
  flexShrink: 0,
  border: '1px solid',
  borderColor: 'divider',
  borderRadius: 1,
  typography: 'caption',
  fontWeight: 600,
  lineHeight: 1.7,
};

function tone(color: 'error' | 'warning' | 'success') {
  return ({ palette }: Theme) => ({
    borderColor: alpha(palette[color].main, 0.4),
    backgroundColor: alpha(palette[color].main, 0.1),
    '& svg': { color: palette[color].main },
  });
}

/** Styles of what stands in the cells. */
export const boardStyles: TableStyles = {
  '& .cell': cell,
  '& .text': { overflow: 'hidden', textOverflow: 'ellipsis' },
  '& .chip': chip,
  '& a + .chip': { ml: 1 },
  '& .stale': { ml: 1, display: 'inline-flex', color: 'warning.main' },
  '& .critical': tone('error'),
  '& .warning': tone('warning'),
  '& .ok': tone('success'),
  '& .bad': { display: 'inline-flex', alignItems: 'center', gap: 0.5 },
  '& .bad svg': { color: 'error.main' },
  '& .numeric': {
    justifyContent: 'flex-end',
    fontVariantNumeric: 'tabular-nums',
  },
};
