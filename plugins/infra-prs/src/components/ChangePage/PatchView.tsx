import { useMemo } from 'react';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { diffColours } from './files/diffColours';
import { DiffLineRow } from './files/DiffLineRow';
import { diffRows, LinePlace } from './files/diffRows';
import { languageOf } from './files/languageOf';
import { DiffView } from './files/useFileView';

/** Lines here have no address. */
const nowhere = (_: LinePlace) => {};

function rowsOf(patch: string, view: DiffView) {
  const file = { path: '', status: '', additions: 0, deletions: 0, patch };
  const all = { view, isOpen: () => true, below: () => [] };
  return diffRows([file], all).slice(1);
}

/** Differences that belong to no file of the change, unified or side by side. */
export function PatchView(props: {
  patch: string | undefined;
  view: DiffView;
  /** Name of the file, which tells its language. */
  name?: string;
}) {
  const { patch, view, name } = props;
  const language = name === undefined ? undefined : languageOf(name);
  const rows = useMemo(() => (patch ? rowsOf(patch, view) : []), [patch, view]);
  if (rows.length === 0) {
    return (
      <Typography variant="body2" color="text.secondary" sx={{ p: 2 }}>
        There are no lines to show.
      </Typography>
    );
  }
  return (
    <Box sx={diffColours}>
      {rows.map(row => {
        if (row.type === 'line') {
          return (
            <DiffLineRow
              key={row.key}
              {...{ view, language, left: row.left, right: row.right }}
              path=""
              chosen={false}
              onChoose={nowhere}
            />
          );
        }
        return (
          <Box key={row.key} sx={{ color: 'text.secondary', px: 1 }}>
            {row.type === 'hunk' && row.heading}
          </Box>
        );
      })}
    </Box>
  );
}
