import { useMemo } from 'react';
import Box from '@mui/material/Box';
import { diffColours } from './files/diffColours';
import { DiffLineRow } from './files/DiffLineRow';
import { diffRows } from './files/diffRows';
import { languageOf } from './files/languageOf';

/** Differences of one text, without the places that one can link to or speak of in a file of the change. */
export function PatchView(props: {
  /** Unified diff hunks without file headers. */
  patch: string;
  /** Tells the language by its ending. */
  name: string;
  view: 'unified' | 'split';
}) {
  const { patch, name, view } = props;
  const rows = useMemo(() => {
    const file = {
      path: name,
      status: 'modified',
      additions: 0,
      deletions: 0,
      patch,
    };
    return diffRows([file], { view, isOpen: () => true, below: () => [] });
  }, [patch, name, view]);
  return (
    <Box sx={[{ minWidth: 0 }, diffColours]}>
      {rows.map(row =>
        row.type === 'line' ? (
          <DiffLineRow
            key={row.key}
            view={view}
            left={row.left}
            right={row.right}
            path={name}
            language={languageOf(name)}
            chosen={false}
          />
        ) : (
          row.type === 'hunk' && (
            <Box
              key={row.key}
              sx={{ color: 'text.secondary', bgcolor: 'action.hover', px: 1 }}
            >
              {row.heading}
            </Box>
          )
        ),
      )}
    </Box>
  );
}
