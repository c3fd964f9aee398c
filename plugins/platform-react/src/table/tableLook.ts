import { SxProps, Theme } from '@mui/material/styles';

/** Pixels. */
export const HEAD_HEIGHT = 40;

/** A column of a table that scrolls. @public */
export interface TableColumn {
  readonly id: string;
  /** Pixels, at least. */
  readonly width: number;
  /** Share of the room that is left; default none. */
  readonly grow?: number;
  readonly numeric?: boolean;
}

/** Styles by selector. @public */
export type TableStyles = Readonly<Record<string, SxProps<Theme>>>;

const line = { borderBottom: '1px solid', borderColor: 'divider' };

const row = {
  ...line,
  position: 'absolute',
  left: 0,
  right: 0,
  cursor: 'pointer',
  '&:hover': { backgroundColor: 'action.hover' },
  '&:focus-visible': {
    outline: '2px solid',
    outlineColor: 'primary.main',
    outlineOffset: -2,
  },
};

const head = {
  ...line,
  position: 'sticky',
  top: 0,
  zIndex: 1,
  height: HEAD_HEIGHT,
  backgroundColor: 'background.paper',
};

/** Styles of all rows and cells in one place: a class for each of thousands of cells would cost more than the cells. */
export function tableLook(
  columns: readonly TableColumn[],
  { rowHeight, styles }: { rowHeight: number; styles: TableStyles },
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
    backgroundColor: 'background.paper',
    typography: 'body2',
    '& .head': { ...grid, ...head },
    '& .body': { position: 'relative', minWidth },
    '& .row': { ...grid, ...row, height: rowHeight },
    '& a': { color: 'primary.main', textDecoration: 'none' },
    '& a:hover': { textDecoration: 'underline' },
    ...styles,
  };
}
