import { SxProps, Theme } from '@mui/material/styles';
import { ChangeColumn } from '../../list/changeColumns';

/** Pixels: two lines. */
export const ROW_HEIGHT = 60;
/** Pixels. */
export const HEAD_HEIGHT = 40;

const line = { borderBottom: '1px solid', borderColor: 'divider' };

const row = {
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
  flexDirection: 'column',
  justifyContent: 'center',
  alignItems: 'flex-start',
  minWidth: 0,
  overflow: 'hidden',
};

const oneLine = {
  maxWidth: '100%',
  overflow: 'hidden',
  textOverflow: 'ellipsis',
  whiteSpace: 'nowrap',
};

const twoLines = {
  display: '-webkit-box',
  WebkitBoxOrient: 'vertical',
  WebkitLineClamp: 2,
  overflow: 'hidden',
};

/** Styles of all rows and cells in one place: a class for each of thousands of cells would cost more than the cells. */
export function changesTableLook(
  columns: readonly ChangeColumn[],
): SxProps<Theme> {
  const gridTemplateColumns = columns
    .map(({ width, grow }) =>
      grow ? `minmax(${width}px, ${grow}fr)` : `${width}px`,
    )
    .join(' ');
  const minWidth = columns.reduce((sum, { width }) => sum + width, 0);
  const grid = { display: 'grid', gridTemplateColumns, minWidth };
  return {
    overflow: 'auto',
    borderRadius: 2,
    border: '1px solid',
    borderColor: 'divider',
    backgroundColor: 'background.paper',
    typography: 'body2',
    '& .head': {
      ...grid,
      ...line,
      position: 'sticky',
      top: 0,
      zIndex: 1,
      height: HEAD_HEIGHT,
      backgroundColor: 'background.paper',
    },
    '& .body': { position: 'relative', minWidth },
    '& .row': { ...grid, ...row },
    '& .cell': cell,
    '& .title': { ...oneLine, fontWeight: 600 },
    '& .meta': { ...oneLine, typography: 'caption', color: 'text.secondary' },
    '& .words': twoLines,
    '& .yours': { fontWeight: 600 },
    '& a': { color: 'primary.main', textDecoration: 'none' },
    '& a:hover': { textDecoration: 'underline' },
  };
}
