import { TableStyles } from '@slipway/platform-react';

/** Pixels: two lines. */
export const ROW_HEIGHT = 60;

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

/** Styles of what stands in the cells. */
export const changeStyles: TableStyles = {
  '&': { border: '1px solid', borderColor: 'divider' },
  '& .cell': cell,
  '& .title': { ...oneLine, fontWeight: 600 },
  '& .meta': { ...oneLine, typography: 'caption', color: 'text.secondary' },
  '& .words': twoLines,
  '& .yours': { fontWeight: 600 },
};
