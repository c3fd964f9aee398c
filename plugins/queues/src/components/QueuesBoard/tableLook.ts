import { alpha, SxProps, Theme } from '@mui/material/styles';
import { BoardColumn } from '../../board/boardColumns';

/** Pixels. */
export const ROW_HEIGHT = 40;
/** Pixels. */
export const HEAD_HEIGHT = 40;

const line = { borderBottom: '1px solid', borderColor: 'divider' };

const head = {
  ...line,
  position: 'sticky',
  top: 0,
  zIndex: 1,
  height: HEAD_HEIGHT,
  backgroundColor: 'background.paper',
};

const body = {
  ...line,
  position: 'absolute',
  left: 0,
  right: 0,
  height: ROW_HEIGHT,
  cursor: 'pointer',
  '&:hover': { backgroundColor: 'action.hover' },
  '&:focus-visible': {
    outline: '2px solid',
    outlineColor: 'primary.main',
    outlineOffset: -2,
  },
};

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

const inside = {
  '& .cell': cell,
  '& .text': { overflow: 'hidden', textOverflow: 'ellipsis' },
  '& a': {
    color: 'primary.main',
    textDecoration: 'none',
    '&:hover': { textDecoration: 'underline' },
  },
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

/** Styles of all rows and cells in one place: a class for each of thousands of cells would cost more than the cells. */
export function tableLook(columns: readonly BoardColumn[]): SxProps<Theme> {
  const gridTemplateColumns = columns
    .map(({ width, grow }) =>
      grow ? `minmax(${width}px, ${grow}fr)` : `${width}px`,
    )
    .join(' ');
  const minWidth = columns.reduce((sum, { width }) => sum + width, 0);
  const row = { display: 'grid', gridTemplateColumns, minWidth };
  return {
    overflow: 'auto',
    borderRadius: 2,
    backgroundColor: 'background.paper',
    typography: 'body2',
    '& .head': { ...row, ...head },
    '& .body': { position: 'relative', minWidth },
    '& .row': { ...row, ...body },
    ...inside,
  };
}
